"""Commands that say where the selected nodes lie and how much of them is shown."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command

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
    *(
        Command(
            f"edit.align.{side}",
            text,
            "Arrange",
            f"canvas.arranging.align:{side}",
            f"Alt+Shift+{side.capitalize()}",
            1,
            canvas=True,
            family="Align edges",
        )
        for side, text in (
            ("left", "Align &left edges"),
            ("right", "Align &right edges"),
            ("up", "Align &top edges"),
            ("down", "Align &bottom edges"),
        )
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
