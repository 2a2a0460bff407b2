"""A drawing as people keep it: the network with its places and recipe, its file, edits and undo."""

from nodegraph.document.drawing import Drawing, Point
from nodegraph.document.file import FileError, load, save
from nodegraph.document.undo import Document

__all__ = ["Document", "Drawing", "FileError", "Point", "load", "save"]
