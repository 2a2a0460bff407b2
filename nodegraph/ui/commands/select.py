"""Commands that select: no one of them is a step of undo."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command, together

_WAYS = (
    ("right", "&Right", "Right"),
    ("left", "&Left", "Left"),
    ("up", "&Up", "Up"),
    ("down", "&Down", "Down"),
)
SELECT = (
    Command(
        "edit.select_all", "&All", "Select", "canvas.select_all", "Ctrl+A", canvas=True, lists=True
    ),
    Command(
        "edit.select.none",
        "&None",
        "Select",
        "canvas.picking.none",
        "Ctrl+Shift+A",
        canvas=True,
        lists=True,
    ),
    Command(
        "edit.select.others",
        "&Invert",
        "Select",
        "canvas.picking.others",
        "Ctrl+I",
        canvas=True,
        lists=True,
    ),
    Command("edit.select.same_type", "Same &type", "Select", "canvas.picking.same_type", "", 1),
    Command(
        "edit.select.same_settings",
        "Same &settings",
        "Select",
        "canvas.picking.same_settings",
        "",
        1,
    ),
    Command(
        "edit.select.found", "All &found", "Select", "canvas.finding.select_all", "Alt+Return", 1
    ),
    Command("edit.select.between", "&Path between", "Select", "canvas.picking.between", "", 1),
    Command(
        "edit.select.unconnected", "Un&connected", "Select", "canvas.picking.unconnected", "", 1
    ),
    Command("edit.select.at_fault", "With &errors", "Select", "canvas.picking.at_fault", "", 1),
    Command("edit.grow.up", "Grow &upstream", "Select", "canvas.walk.grow:up", "[", 2, canvas=True),
    Command(
        "edit.grow.down", "Grow &downstream", "Select", "canvas.walk.grow:down", "]", 2, canvas=True
    ),
    Command(
        "edit.select.upstream",
        "All upst&ream",
        "Select",
        "canvas.picking.upstream",
        "{",
        2,
        canvas=True,
    ),
    Command(
        "edit.select.downstream",
        "All do&wnstream",
        "Select",
        "canvas.picking.downstream",
        "}",
        2,
        canvas=True,
    ),
    *together(
        "edit.go", "Select/Go", "canvas.walk.go", _WAYS, 4, "Go along wires, and to neighbours"
    ),
    *together(
        "edit.extend",
        "Select/Extend",
        "canvas.walk.extend",
        ((way, text, f"Shift+{key}") for way, text, key in _WAYS),
        4,
        "Extend the selection",
    ),
)
