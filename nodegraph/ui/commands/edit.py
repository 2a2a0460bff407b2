"""Commands that change the drawing: by the clipboard, by adding and joining, by tidying."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command, together
from nodegraph.ui.commands.wires import WIRE

_WAYS = ("right", "left", "up", "down")
EDIT = (
    Command("edit.undo", "&Undo", "Edit", "page.undo", "Ctrl+Z"),
    Command("edit.redo", "&Redo", "Edit", "page.redo", "Ctrl+Shift+Z"),
    Command("edit.cut", "C&ut", "Edit", "clipboard.cut", "Ctrl+X", 1, canvas=True),
    Command("edit.copy", "&Copy", "Edit", "clipboard.copy", "Ctrl+C", 1, canvas=True),
    Command("edit.paste", "&Paste", "Edit", "clipboard.paste", "Ctrl+V", 1, canvas=True),
    Command(
        "edit.paste_wired",
        "Paste with &wires",
        "Edit",
        "clipboard.paste_wired",
        "Ctrl+Shift+V",
        1,
        canvas=True,
    ),
    Command(
        "edit.duplicate", "Dupl&icate", "Edit", "clipboard.duplicate", "Ctrl+D", 1, canvas=True
    ),
    Command(
        "edit.duplicate_wired",
        "Duplicate wit&h wires",
        "Edit",
        "clipboard.duplicate_wired",
        "Ctrl+Shift+D",
        1,
        canvas=True,
    ),
    Command(
        "edit.delete",
        "&Delete",
        "Edit",
        "canvas.delete_selection",
        "Del; Backspace",
        1,
        canvas=True,
    ),
    Command(
        "edit.dissolve",
        "Delete and re&connect",
        "Edit",
        "canvas.structure.dissolve",
        "Shift+Del",
        1,
        canvas=True,
    ),
    Command("edit.rename", "Re&name", "Edit", "page.rename", "F2", 1),
    Command(
        "edit.settings",
        "Settin&gs of the node",
        "Edit",
        "canvas.want_settings",
        "Return; Enter",
        1,
        canvas=True,
    ),
    Command(
        "edit.add", "Add &layer…", "Edit", "canvas.adding.here", "Tab; Shift+A", 2, canvas=True
    ),
    Command("edit.add_wired", "Add and co&nnect…", "Edit", "canvas.structure.add_at_port", "", 2),
    Command("edit.search", "Search the &palette", "Edit", "page.search_layers", "Ctrl+L", 2),
    Command("edit.join", "&Join", "Edit", "canvas.structure.join", "J", 2, canvas=True),
    Command(
        "edit.join_anew",
        "Join in place of &others",
        "Edit",
        "canvas.structure.join_anew",
        "Shift+J",
        2,
        canvas=True,
    ),
    Command("edit.link", "Lin&k by letters", "Edit", "canvas.structure.link", ";", 2, canvas=True),
    Command("edit.replace", "Re&place by…", "Edit", "canvas.adding.instead", "", 2),
    Command("edit.bypass", "&Bypass", "Edit", "canvas.modes.bypass", "M", 2, canvas=True),
    Command("edit.disable", "Di&sable", "Edit", "canvas.modes.disable", "Shift+M", 2, canvas=True),
    Command("edit.disconnect", "Disc&onnect", "Edit", "canvas.structure.disconnect_all", "", 2),
    *WIRE,
    Command("edit.tidy", "&Tidy", "Edit", "canvas.tidying.tidy", "L", 3, canvas=True),
    Command(
        "edit.straighten",
        "Strai&ghten",
        "Edit",
        "canvas.tidying.straighten",
        "Shift+L",
        3,
        canvas=True,
    ),
    *together(
        "edit.nudge",
        "Edit/Nudge",
        "canvas.nudge.near",
        ((way, way.capitalize(), f"Ctrl+{way.capitalize()}") for way in _WAYS),
        3,
        "Nudge the selection",
    ),
    *together(
        "edit.nudge_far",
        "Edit/Nudge",
        "canvas.nudge.far",
        ((way, f"Far {way}", f"Ctrl+Shift+{way.capitalize()}") for way in _WAYS),
        4,
        "Nudge it 64 px",
    ),
    Command("edit.find", "&Find…", "Edit", "canvas.finding.open", "Ctrl+F", 5),
    Command("edit.find_next", "Find ne&xt", "Edit", "canvas.finding.next", "F3", 5),
    Command(
        "edit.find_previous", "Find previous", "Edit", "canvas.finding.previous", "Shift+F3", 5
    ),
    Command(
        "edit.menu",
        "Context &menu",
        "Edit",
        "canvas.menus.open_at_focus",
        "Menu; Shift+F10",
        5,
        canvas=True,
    ),
    Command("settings.keys", "&Keys…", "Edit", "guide.open_keys", "", 6),
)
