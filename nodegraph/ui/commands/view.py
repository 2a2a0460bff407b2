"""Commands for looking around: nothing in the drawing changes by them."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command

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
    *(
        Command(
            f"view.pan.{way}",
            text,
            "View/Pan",
            f"canvas.pan:{way}",
            key,
            1,
            canvas=True,
        )
        for way, text, key in (
            ("up", "&Up", "PgUp"),
            ("down", "&Down", "PgDown"),
            ("left", "&Left", ""),
            ("right", "&Right", ""),
        )
    ),
    *(
        Command(
            f"view.bookmark.{number}",
            "View &{0}",
            "View/Go to",
            f"canvas.bookmarks.jump:{number}",
            f"{number}",
            1,
            canvas=True,
            family="Go to a view that was kept",
        )
        for number in range(1, 10)
    ),
    *(
        Command(
            f"view.keep.{number}",
            "View &{0}",
            "View/Keep as",
            f"canvas.bookmarks.keep:{number}",
            f"Ctrl+{number}",
            1,
            canvas=True,
            family="Keep this view",
        )
        for number in range(1, 10)
    ),
    Command("view.minimap", "&Minimap", "View", "page.toggle_minimap", "Ctrl+Shift+M", 1),
    Command("view.problem", "Next &problem", "View", "page.next_problem", "F8", 1),
    Command(
        "view.problem_before", "&Previous problem", "View", "page.previous_problem", "Shift+F8", 1
    ),
    Command("view.outline", "Out&line", "View", "page.show_outline", "Ctrl+Shift+O", 1),
    Command("view.history", "&History", "View", "page.show_history", "Ctrl+Shift+H", 1),
    Command("view.views", "&Training views", "View", "page.toggle_views", "F9", 1),
    Command("view.pane.next", "Next pane", "View", "guide.panes.next", "F6", 2),
    Command("view.pane.previous", "Previous pane", "View", "guide.panes.previous", "Shift+F6", 2),
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
    *(
        Command(
            f"view.theme.{name}", text, "View/Theme", f"windows.set_theme:{name}", checkable=True
        )
        for name, text in (
            ("system", "As the &system"),
            ("light", "&Light"),
            ("dark", "&Dark"),
            ("contrast", "&High contrast"),
        )
    ),
    *(
        Command(
            f"view.language.{name}",
            text,
            "View/Language",
            f"windows.set_language:{name}",
            checkable=True,
        )
        for name, text in (("system", "As the &system"), ("en", "&English"), ("zh_CN", "&中文"))
    ),
    *(
        Command(
            f"view.motion.{choice}",
            text,
            "View/Motion",
            f"canvas.motion.show:{choice}",
            checkable=True,
        )
        for choice, text in (
            ("system", "As the &system"),
            ("full", "&Full"),
            ("reduced", "&Reduced"),
        )
    ),
)
