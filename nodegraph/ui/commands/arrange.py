"""Commands that say where the selected nodes lie and how much of them is shown."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command, together

ARRANGE = (
    Command("edit.move", "&Move", "Arrange", "canvas.arranging.move", "G", canvas=True),
    Command(
        "edit.level", "Straighten &wires", "Arrange", "canvas.arranging.level", "Q", canvas=True
    ),
    Command(
        "edit.pull_out",
        "&Pull out of the chain",
        "Arrange",
        "canvas.arranging.pull_out",
        "Ctrl+Shift+X",
        canvas=True,
    ),
    *together(
        "edit.align",
        "Arrange",
        "canvas.arranging.align",
        (
            ("left", "Align &left edges", "Alt+Shift+Left"),
            ("right", "Align &right edges", "Alt+Shift+Right"),
            ("up", "Align &top edges", "Alt+Shift+Up"),
            ("down", "Align &bottom edges", "Alt+Shift+Down"),
        ),
        1,
        "Align edges",
    ),
    Command(
        "edit.distribute.across",
        "Spread &across",
        "Arrange",
        "canvas.arranging.distribute:across",
        "Alt+Shift+H",
        2,
        canvas=True,
    ),
    Command(
        "edit.distribute.down",
        "Spread &down",
        "Arrange",
        "canvas.arranging.distribute:down",
        "Alt+Shift+V",
        2,
        canvas=True,
    ),
    Command("edit.collapse", "&Collapse", "Arrange", "canvas.arranging.fold", "H", 3, canvas=True),
    Command(
        "edit.trim",
        "Hide &unused ports",
        "Arrange",
        "canvas.arranging.trim",
        "Shift+H",
        3,
        canvas=True,
    ),
)
