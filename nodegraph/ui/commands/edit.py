"""Commands on whatever is selected: undo, clipboard, deleting, names, and finding it."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command

EDIT = (
    Command("edit.undo", "&Undo", "Edit", "page.undo", "Ctrl+Z"),
    Command("edit.redo", "&Redo", "Edit", "page.redo", "Ctrl+Shift+Z"),
    Command("edit.cut", "Cu&t", "Edit", "clipboard.cut", "Ctrl+X", 1, canvas=True, lists=True),
    Command("edit.copy", "&Copy", "Edit", "clipboard.copy", "Ctrl+C", 1, canvas=True, lists=True),
    Command(
        "edit.paste", "&Paste", "Edit", "clipboard.paste", "Ctrl+V", 1, canvas=True, lists=True
    ),
    Command(
        "edit.paste_wired",
        "Paste with &wires",
        "Edit",
        "clipboard.paste_wired",
        "Ctrl+Shift+V",
        1,
        canvas=True,
        lists=True,
    ),
    Command(
        "edit.duplicate",
        "Dupl&icate",
        "Edit",
        "clipboard.duplicate",
        "Ctrl+D",
        1,
        canvas=True,
        lists=True,
    ),
    Command(
        "edit.duplicate_wired",
        "Duplicate wit&h wires",
        "Edit",
        "clipboard.duplicate_wired",
        "Ctrl+Shift+D",
        1,
        canvas=True,
        lists=True,
    ),
    Command(
        "edit.delete",
        "&Delete",
        "Edit",
        "canvas.delete_selection",
        "Del; Backspace",
        2,
        canvas=True,
    ),
    Command(
        "edit.dissolve",
        "Delete and r&econnect",
        "Edit",
        "canvas.structure.dissolve",
        "Shift+Del",
        2,
        canvas=True,
    ),
    Command("edit.rename", "Re&name", "Edit", "page.rename", "F2", 2),
    Command("edit.find", "&Find…", "Edit", "canvas.finding.open", "Ctrl+F", 3),
    Command("edit.find_next", "Find ne&xt", "Edit", "canvas.finding.next", "F3", 3),
    Command(
        "edit.find_previous", "Find previous", "Edit", "canvas.finding.previous", "Shift+F3", 3
    ),
    Command(
        "edit.menu",
        "Context &menu",
        "Edit",
        "canvas.menus.open_at_focus",
        "Menu; Shift+F10",
        4,
        canvas=True,
    ),
    Command("settings.keys", "&Keys…", "Edit", "guide.open_keys", "", 4),
)
