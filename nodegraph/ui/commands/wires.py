"""Commands on wires: what lies along them, and how they are shown."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command, choices

WIRE = (
    Command("edit.wire.insert", "&Insert a layer…", "Node/Wire", "canvas.structure.insert", "", 2),
    Command("edit.wire.dot", "Add &dot", "Node/Wire", "canvas.dots.add", "", 2),
    Command(
        "edit.wire.straighten", "&Remove its dots", "Node/Wire", "canvas.dots.straighten", "", 2
    ),
    Command("edit.wire.hide", "Make &portal", "Node/Wire", "canvas.dots.hide", "", 3),
    Command("edit.wire.show", "S&how wire", "Node/Wire", "canvas.dots.show", "", 3),
    Command("edit.wire.disable", "Disa&ble", "Node/Wire", "canvas.modes.disable_wires", "", 3),
    Command("edit.wire.enable", "&Enable", "Node/Wire", "canvas.modes.enable_wires", "", 3),
    Command(
        "edit.wire.source", "Go to &source", "Node/Wire", "canvas.structure.go_to_source", "", 4
    ),
    Command(
        "edit.wire.target", "Go to &target", "Node/Wire", "canvas.structure.go_to_target", "", 4
    ),
    Command(
        "edit.wire.tensor",
        "Sho&w tensor",
        "Node/Wire",
        "editor.looking.show_chosen",
        "V",
        4,
        canvas=True,
    ),
    Command(
        "edit.knife", "&Cut with a stroke", "Node/Wire", "canvas.cut_next", "Y", 5, canvas=True
    ),
)
WIRE_VIEW = (
    Command(
        "view.wires.next",
        "&Next wires",
        "View/Wires",
        "canvas.wire_view.next_wires",
        "W",
        0,
        canvas=True,
    ),
    *choices(
        "view.wires.shown",
        "View/Wires",
        "canvas.wire_view.show_wires",
        (("all", "&All wires"), ("chosen", "Only of the &selection"), ("none", "N&o wires")),
    ),
    Command(
        "view.wires.shapes",
        "Next sha&pes",
        "View/Wires",
        "canvas.wire_view.next_shapes",
        "S",
        1,
        canvas=True,
    ),
    *choices(
        "view.wires.shapes",
        "View/Wires",
        "canvas.wire_view.show_shapes",
        (
            ("hover", "Shapes &under the pointer"),
            ("always", "Shapes al&ways"),
            ("off", "No s&hapes"),
        ),
        1,
    ),
    *choices(
        "view.wires.form",
        "View/Wires",
        "canvas.wire_view.show_form",
        (("curved", "&Curved"), ("square", "S&quare")),
        2,
    ),
)
