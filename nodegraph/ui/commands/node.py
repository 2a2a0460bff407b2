"""Commands on nodes: adding, setting, switching off, showing less of them, wiring."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command
from nodegraph.ui.commands.wires import WIRE

NODE = (
    Command("edit.add", "Add &layer…", "Node", "canvas.adding.here", "Tab; Shift+A", canvas=True),
    Command("edit.add_wired", "&Add and connect…", "Node", "canvas.structure.add_at_port"),
    Command("edit.search", "Search the &palette", "Node", "page.search_layers", "Ctrl+L"),
    Command(
        "edit.settings",
        "Settin&gs of the node",
        "Node",
        "canvas.want_settings",
        "Return; Enter",
        1,
        canvas=True,
    ),
    Command("edit.replace", "&Replace by…", "Node", "canvas.adding.instead", "", 1),
    Command("edit.bypass", "&Bypass", "Node", "canvas.modes.bypass", "M", 2, canvas=True),
    Command("edit.disable", "Di&sable", "Node", "canvas.modes.disable", "Shift+M", 2, canvas=True),
    Command("edit.collapse", "&Collapse", "Node", "canvas.arranging.fold", "H", 3, canvas=True),
    Command(
        "edit.trim",
        "Hide &unused ports",
        "Node",
        "canvas.arranging.trim",
        "Shift+H",
        3,
        canvas=True,
    ),
    Command("edit.join", "&Join", "Node", "canvas.structure.join", "J", 4, canvas=True),
    Command(
        "edit.join_anew",
        "Join in place of &others",
        "Node",
        "canvas.structure.join_anew",
        "Shift+J",
        4,
        canvas=True,
    ),
    Command("edit.link", "Lin&k by letters", "Node", "canvas.structure.link", ";", 4, canvas=True),
    Command("edit.disconnect", "&Disconnect", "Node", "canvas.structure.disconnect_all", "", 4),
    *WIRE,
)
