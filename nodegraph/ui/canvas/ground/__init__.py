"""Frames and notes: what lies on the canvas beside nodes and wires."""
