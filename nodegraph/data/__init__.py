"""Data sets by name, as whole tensors: read from disk, downloaded once, or made.

The data used are the data named: nothing here ever falls back to anything else.
"""

from nodegraph.data.error import DataError
from nodegraph.data.load import Data, default_root, find, load
from nodegraph.data.sources import Fetched

__all__ = ["Data", "DataError", "Fetched", "default_root", "find", "load"]
