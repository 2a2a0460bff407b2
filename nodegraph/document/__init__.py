"""A drawing as people keep it: the network with its places and recipe, its file, edits and undo."""

from nodegraph.document.drawing import Box, Dot, Drawing, Frame, Note, Point, View
from nodegraph.document.file import FileError, load, save
from nodegraph.document.undo import Document

__all__ = [
    "Box", "Document", "Dot", "Drawing", "FileError", "Frame", "Note", "Point", "View",
    "load", "save",
]  # fmt: skip
