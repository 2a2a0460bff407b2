"""Every command of the window, declared once: menus, toolbar, keys, palette and overlay read it."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """What a person can ask for: its name for settings and tests, its words, and what it calls."""

    name: str  # "edit.undo"
    text: str
    menu: str  # "Edit", or "File/Export" for a menu in it
    slot: str  # from the window: "files.open"; with a word for it: "canvas.walk.go:left"
    key: str = ""  # several are parted by "; "
    group: int = 0  # a line stands between groups
    canvas: bool = False  # the key works in the canvas alone, not while typing elsewhere
    checkable: bool = False


WAYS = ("right", "left", "up", "down")
COMMANDS = (
    Command("file.new", "&New", "File", "files.new", "Ctrl+N"),
    Command("file.open", "&Open…", "File", "files.open", "Ctrl+O"),
    Command("file.save", "&Save", "File", "files.save", "Ctrl+S", 1),
    Command("file.save_as", "Save &as…", "File", "files.save_as", "Ctrl+Shift+S", 1),
    Command("file.go_back", "Go &back before the last save", "File", "files.go_back", "", 1),
    Command("file.export.module", "Python &module…", "File/Export", "export.module", "", 2),
    Command("file.export.script", "Training &script…", "File/Export", "export.script", "", 2),
    Command("file.export.weights", "&Weights of the run…", "File/Export", "export.weights", "", 2),
    Command("file.start_page", "Start page", "File", "show_start_page", "", 3),
    Command("file.quit", "&Quit", "File", "close", "Ctrl+Q", 3),
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
    Command("edit.disconnect", "Disc&onnect", "Edit", "canvas.structure.disconnect_all", "", 2),
    Command("edit.wire.insert", "&Insert a layer…", "Edit/Wire", "canvas.structure.insert", "", 2),
    Command("edit.wire.source", "Go to &source", "Edit/Wire", "canvas.structure.go_to_source"),
    Command("edit.wire.target", "Go to &target", "Edit/Wire", "canvas.structure.go_to_target"),
    Command("edit.tidy", "&Tidy", "Edit", "page.tidy", "L", 3, canvas=True),
    Command("edit.straighten", "Strai&ghten", "Edit", "page.straighten", "Shift+L", 3, canvas=True),
    *(
        Command(
            f"edit.nudge.{way}",
            f"{way.capitalize()}",
            "Edit/Nudge",
            f"canvas.nudge.near:{way}",
            f"Ctrl+{way.capitalize()}",
            3,
            canvas=True,
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
        )
        for way in WAYS
    ),
    Command(
        "edit.menu",
        "Context &menu",
        "Edit",
        "canvas.menus.open_at_focus",
        "Menu; Shift+F10",
        3,
        canvas=True,
    ),
    Command("edit.select_all", "&All", "Select", "canvas.select_all", "Ctrl+A", -1, canvas=True),
    *(
        Command(
            f"edit.go.{way}",
            f"Go {way}",
            "Select",
            f"canvas.walk.go:{way}",
            way.capitalize(),
            canvas=True,
        )
        for way in WAYS
    ),
    *(
        Command(
            f"edit.extend.{way}",
            f"Extend {way}",
            "Select",
            f"canvas.walk.extend:{way}",
            f"Shift+{way.capitalize()}",
            1,
            canvas=True,
        )
        for way in WAYS
    ),
    Command("edit.grow.up", "Grow &upstream", "Select", "canvas.walk.grow:up", "[", 2, canvas=True),
    Command(
        "edit.grow.down", "Grow &downstream", "Select", "canvas.walk.grow:down", "]", 2, canvas=True
    ),
    Command("view.fit", "&Fit", "View", "canvas.home", "Home", canvas=True),
    Command(
        "view.frame_selection",
        "Fit the &selection",
        "View",
        "canvas.frame_selection",
        "F",
        canvas=True,
    ),
    Command("view.zoom_in", "Zoom &in", "View", "canvas.zoom_in", "Ctrl+=; Ctrl++"),
    Command("view.zoom_out", "Zoom &out", "View", "canvas.zoom_out", "Ctrl+-"),
    Command("view.zoom_reset", "Zoom to &100 %", "View", "canvas.zoom_reset", "Ctrl+0"),
    Command("view.back", "View &before", "View", "canvas.visited.back", "Alt+Left", 1, canvas=True),
    Command(
        "view.forward", "View &after", "View", "canvas.visited.forward", "Alt+Right", 1, canvas=True
    ),
    Command("view.minimap", "&Minimap", "View", "page.toggle_minimap", "Ctrl+Shift+M", 1),
    Command("view.problem", "Next &problem", "View", "page.next_problem", "F8", 1),
    Command(
        "view.problem_before", "&Previous problem", "View", "page.previous_problem", "Shift+F8", 1
    ),
    Command("view.outline", "Out&line", "View", "page.show_outline", "Ctrl+Shift+O", 1),
    Command("view.history", "&History", "View", "page.show_history", "Ctrl+Shift+H", 1),
    Command("view.views", "&Training views", "View", "page.toggle_views", "F9", 1),
    Command("view.lens.next", "&Next", "View/Cost lens", "canvas.lens.next", "K", canvas=True),
    *(
        Command(
            f"view.lens.{name}",
            text,
            "View/Cost lens",
            f"canvas.lens.show:{name}",
            "",
            1,
            checkable=True,
        )
        for name, text in (
            ("off", "&Off"),
            ("weights", "&Weights"),
            ("multiply_adds", "Multiply-&adds"),
            ("memory", "&Memory"),
            ("milliseconds", "M&illiseconds"),
        )
    ),
    Command("view.theme.system", "As the &system", "View/Theme", "theme_system", checkable=True),
    Command("view.theme.light", "&Light", "View/Theme", "theme_light", checkable=True),
    Command("view.theme.dark", "&Dark", "View/Theme", "theme_dark", checkable=True),
    Command("run.train", "&Train", "Run", "run_bar.train", "F5"),
    Command("run.pause", "&Pause", "Run", "run_bar.pause_or_continue", "F6"),
    Command("run.stop", "&Stop", "Run", "runner.stop", "Shift+F5"),
    Command("help.about", "&About nodegraph", "Help", "about"),
)
