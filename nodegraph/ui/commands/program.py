"""Commands on files, runs, windows and the program itself."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command

FILE = (
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
    Command("file.quit", "&Quit", "File", "windows.quit", "Ctrl+Q", 4),
)
RUN = (
    Command("run.train", "&Train", "Run", "run_bar.train", "F5"),
    Command("run.pause", "&Pause", "Run", "run_bar.pause_or_continue", "Ctrl+F5"),
    Command("run.stop", "&Stop", "Run", "runner.stop", "Shift+F5"),
    Command("run.resume", "&Resume a run…", "Run", "resuming.ask", "", 1),
)
WINDOW = (
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
