"""The vocabulary: a small frozen class for each everyday layer, the rest of torch.nn as data."""

# isort: off
# Each registers its classes; their order here is the palette's.
from nodegraph.layers import input_output as input_output
from nodegraph.layers import convolution as convolution
from nodegraph.layers import linear as linear
from nodegraph.layers import pooling as pooling
from nodegraph.layers import normalization as normalization
from nodegraph.layers import activation as activation
from nodegraph.layers import shape as shape
from nodegraph.layers import merge as merge
from nodegraph.layers import regularization as regularization
from nodegraph.layers import recurrent as recurrent
from nodegraph.layers import attention as attention
# isort: on

from nodegraph.layers.base import LAYERS, Layer, Mismatch, Unknown, layer, spelled
from nodegraph.layers.catalogue import all_layers, listed
from nodegraph.layers.types import B, Batch, Dim, TensorType

__all__ = [
    "LAYERS",
    "B",
    "Batch",
    "Dim",
    "Layer",
    "Mismatch",
    "TensorType",
    "Unknown",
    "all_layers",
    "find",
    "layer",
    "spelled",
]


def find(name: str) -> type[Layer] | None:
    """The layer of that name; None when this version has none."""
    return LAYERS.get(name) or listed(name)
