"""Commands on frames, notes and pins."""

from __future__ import annotations

from nodegraph.ui.commands.command import Command
from nodegraph.ui.theme import GROUPS

MENU = "Arrange/Frame or note"
FRAMES = (
    Command("edit.frame", "&Frame", "Arrange", "canvas.frames.frame", "C", 5, canvas=True),
    Command("edit.note", "&Note", "Arrange", "canvas.frames.note", "N", 5, canvas=True),
    Command("edit.pin", "P&in", "Arrange", "canvas.frames.pin", "P", 5, canvas=True),
    Command("edit.frame.rename", "&Edit title or text", MENU, "canvas.frames.rename"),
    Command("edit.frame.fold", "Fold or &open", MENU, "canvas.frames.fold"),
    Command("edit.frame.around", "Select the frame &around", MENU, "canvas.frames.select_around"),
    Command("edit.frame.content", "Select what lies &in it", MENU, "canvas.frames.select_content"),
    Command(
        "edit.frame.delete_whole",
        "Delete with all in&side",
        MENU,
        "canvas.frames.delete_whole",
        "",
        1,
    ),
    Command("edit.frame.colour.none", "&No colour", f"{MENU}/Colour", "canvas.frames.colour"),
    *(
        Command(
            f"edit.frame.colour.{group}",
            group,
            f"{MENU}/Colour",
            f"canvas.frames.colour:{group}",
        )
        for group in GROUPS
    ),
)
