"""Opening a drawing without the collector, which would take a tenth of it.

It makes a hundred thousand objects, and nearly all of them stay: the collector would walk them
again and again, the more the more there are, and find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is looked for that only refers to itself; afterwards it is, as before."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
