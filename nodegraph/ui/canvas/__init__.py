"""The canvas: the drawing of a network, to look at and to change with pointer and keys."""

from nodegraph.ui.canvas.events import MIME
from nodegraph.ui.canvas.view import Canvas

__all__ = ["MIME", "Canvas"]
