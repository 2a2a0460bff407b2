"""The canvas: the drawing of a network, to look at and to change with pointer and keys."""

from nodegraph.ui.canvas.view import MIME, Canvas

__all__ = ["MIME", "Canvas"]
