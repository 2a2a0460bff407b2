"""Every command of the window, declared once: menus, toolbar, keys, palette and overlay read it."""

from __future__ import annotations

from nodegraph.ui.commands.arrange import ARRANGE
from nodegraph.ui.commands.command import WAYS, Command
from nodegraph.ui.commands.frames import FRAMES
from nodegraph.ui.commands.select import SELECT
from nodegraph.ui.commands.view import VIEW
from nodegraph.ui.commands.wires import WIRE, WIRE_VIEW

COMMANDS = (
    Command("file.new", "&New", "File", "opening.new", "Ctrl+N"),
    Command("file.open", "&Open…", "File", "opening.open", "Ctrl+O"),
    Command("file.save", "&Save", "File", "files.save", "Ctrl+S", 1),
    Command("file.save_as", "Save &as…", "File", "files.save_as", "Ctrl+Shift+S", 1),
    Command("file.go_back", "Go &back before the last save", "File", "files.go_back", "", 1),
    Command("file.export.module", "Python &module…", "File/Export", "export.module", "", 2),
    Command("file.export.script", "Training &script…", "File/Export", "export.script", "", 2),
    Command("file.export.weights", "&Weights of the run…", "File/Export", "export.weights", "", 2),
    Command("file.export.picture", "&Picture…", "File/Export", "export.picture", "", 3),
    Command(
        "file.export.selection",
        "Picture of the s&election…",
        "File/Export",
        "export.selection",
        "",
        3,
    ),
    Command("file.start_page", "Start page", "File", "show_start_page", "", 3),
    Command("file.close", "&Close", "File", "close_page", "Ctrl+W", 3),
    Command("file.quit", "&Quit", "File", "windows.quit", "Ctrl+Q", 3),
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
    *(
        Command(
            f"edit.nudge.{way}",
            f"{way.capitalize()}",
            "Edit/Nudge",
            f"canvas.nudge.near:{way}",
            f"Ctrl+{way.capitalize()}",
            3,
            canvas=True,
            family="Nudge the selection",
        )
        for way in WAYS
    ),
    *(
        Command(
            f"edit.nudge_far.{way}",
            f"Far {way}",
            "Edit/Nudge",
            f"canvas.nudge.far:{way}",
            f"Ctrl+Shift+{way.capitalize()}",
            4,
            canvas=True,
            family="Nudge it 64 px",
        )
        for way in WAYS
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
    *SELECT,
    *ARRANGE,
    *FRAMES,
    *VIEW,
    *WIRE_VIEW,
    Command("run.train", "&Train", "Run", "run_bar.train", "F5"),
    Command("run.pause", "&Pause", "Run", "run_bar.pause_or_continue", "Ctrl+F5"),
    Command("run.stop", "&Stop", "Run", "runner.stop", "Shift+F5"),
    Command("window.new", "&New window", "Window", "new_window", "Ctrl+Shift+N"),
    Command("window.move", "&Move to a new window", "Window", "move_to_new_window"),
    Command("window.close", "&Close window", "Window", "close", "Ctrl+Shift+W"),
    Command("window.next", "Ne&xt drawing", "Window", "pages.next", "Ctrl+Tab", 1),
    Command(
        "window.previous", "&Previous drawing", "Window", "pages.previous", "Ctrl+Shift+Tab", 1
    ),
    Command("help.palette", "Command &palette…", "Help", "guide.open_palette", "Ctrl+P"),
    Command("help.keys", "&Keys at a glance", "Help", "guide.open_overlay", "?"),
    Command("view.node_help", "Help for the &node", "Help", "canvas.node_help.open", "F1"),
    Command("help.about", "&About nodegraph", "Help", "about", "", 1),
)
