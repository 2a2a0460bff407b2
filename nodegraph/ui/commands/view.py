"""Commands for looking around: nothing in the drawing changes by them."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command, choices, together

VIEW = (
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
    *together(
        "view.pan",
        "View/Pan",
        "canvas.pan",
        (
            ("up", "&Up", "PgUp"),
            ("down", "&Down", "PgDown"),
            ("left", "&Left", ""),
            ("right", "&Right", ""),
        ),
        1,
    ),
    *together(
        "view.bookmark",
        "View/Go to",
        "canvas.bookmarks.jump",
        ((number, "View &{0}", number) for number in "123456789"),
        1,
        "Go to a view that was kept",
    ),
    *together(
        "view.keep",
        "View/Keep as",
        "canvas.bookmarks.keep",
        ((number, "View &{0}", f"Ctrl+{number}") for number in "123456789"),
        1,
        "Keep this view",
    ),
    Command("view.minimap", "&Minimap", "View", "page.toggle_minimap", "Ctrl+Shift+M", 2),
    Command("view.outline", "Out&line", "View", "page.show_outline", "Ctrl+Shift+O", 2),
    Command("view.history", "&History", "View", "page.show_history", "Ctrl+Shift+H", 2),
    Command("view.views", "&Training views", "View", "page.toggle_views", "F9", 2),
    Command("view.pane.next", "Next pane", "View", "guide.panes.next", "F6", 3),
    Command("view.pane.previous", "Previous pane", "View", "guide.panes.previous", "Shift+F6", 3),
    Command("view.problem", "Next &problem", "View", "page.next_problem", "F8", 4),
    Command(
        "view.problem_before", "Previous problem", "View", "page.previous_problem", "Shift+F8", 4
    ),
    Command("view.lens.next", "&Next", "View/Cost lens", "canvas.lens.next", "K", canvas=True),
    *choices(
        "view.lens",
        "View/Cost lens",
        "canvas.lens.show",
        (
            ("off", "&Off"),
            ("weights", "&Weights"),
            ("multiply_adds", "Multiply-&adds"),
            ("memory", "&Memory"),
            ("milliseconds", "M&illiseconds"),
        ),
        1,
    ),
    *choices(
        "view.theme",
        "View/Theme",
        "windows.set_theme",
        (
            ("system", "As the &system"),
            ("light", "&Light"),
            ("dark", "&Dark"),
            ("contrast", "&High contrast"),
        ),
    ),
    *choices(
        "view.language",
        "View/Language",
        "windows.set_language",
        (("system", "As the &system"), ("en", "&English"), ("zh_CN", "&中文")),
    ),
    *choices(
        "view.motion",
        "View/Motion",
        "canvas.motion.show",
        (("system", "As the &system"), ("full", "&Full"), ("reduced", "&Reduced")),
    ),
)
