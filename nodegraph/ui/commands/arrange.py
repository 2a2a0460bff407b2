"""Commands that say where the selected nodes lie."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command, together

_WAYS = ("right", "left", "up", "down")
ARRANGE = (
    Command("edit.tidy", "&Tidy", "Arrange", "canvas.tidying.tidy", "L", canvas=True),
    Command(
        "edit.straighten",
        "Strai&ghten",
        "Arrange",
        "canvas.tidying.straighten",
        "Shift+L",
        canvas=True,
    ),
    Command(
        "edit.level", "Straighten &wires", "Arrange", "canvas.arranging.level", "Q", canvas=True
    ),
    Command("edit.move", "&Move", "Arrange", "canvas.arranging.move", "G", 1, canvas=True),
    Command(
        "edit.pull_out",
        "&Pull out of the chain",
        "Arrange",
        "canvas.arranging.pull_out",
        "Ctrl+Shift+X",
        1,
        canvas=True,
    ),
    *together(
        "edit.nudge",
        "Arrange/Nudge",
        "canvas.nudge.near",
        ((way, way.capitalize(), f"Ctrl+{way.capitalize()}") for way in _WAYS),
        0,
        "Nudge the selection",
    ),
    *together(
        "edit.nudge_far",
        "Arrange/Nudge",
        "canvas.nudge.far",
        ((way, f"Far {way}", f"Ctrl+Shift+{way.capitalize()}") for way in _WAYS),
        1,
        "Nudge it 64 px",
    ),
    *together(
        "edit.align",
        "Arrange",
        "canvas.arranging.align",
        (
            ("left", "Align &left edges", "Alt+Shift+Left"),
            ("right", "Align &right edges", "Alt+Shift+Right"),
            ("up", "Align t&op edges", "Alt+Shift+Up"),
            ("down", "Align &bottom edges", "Alt+Shift+Down"),
        ),
        2,
        "Align edges",
    ),
    Command(
        "edit.distribute.across",
        "Spread &across",
        "Arrange",
        "canvas.arranging.distribute:across",
        "Alt+Shift+H",
        3,
        canvas=True,
    ),
    Command(
        "edit.distribute.down",
        "Spread &down",
        "Arrange",
        "canvas.arranging.distribute:down",
        "Alt+Shift+V",
        3,
        canvas=True,
    ),
)
