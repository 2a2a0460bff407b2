"""Keys and mouse as other programs have them: what each choice changes, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from nodegraph.ui.mouse import Mouse
from nodegraph.ui.strokes import PAN, PAN_FREE


class Preset(NamedTuple):
    """Keys by the command's name, and ways by the stroke's; all others keep theirs."""

    name: str
    keys: Mapping[str, str] = {}
    mouse: Mouse = Mouse()


PRESETS = {
    preset.name: preset
    for preset in (
        Preset("default"),
        Preset(
            "blender",
            {
                "edit.add": "Shift+A; Tab",
                "edit.delete": "X; Del; Backspace",
                "edit.dissolve": "Ctrl+X; Shift+Del",
                "edit.cut": "Ctrl+Alt+X",
                "edit.duplicate": "Shift+D; Ctrl+D",
                "edit.select_all": "A; Ctrl+A",
                "edit.select.none": "Alt+A; Ctrl+Shift+A",
                "edit.join": "F",
                "edit.join_anew": "Shift+F",
                "view.frame_selection": ".",
                "help.palette": "F3; Ctrl+P",
                "edit.find_next": "Ctrl+G",
                "edit.find_previous": "Ctrl+Alt+G",
                PAN_FREE: "",
            },
            Mouse("zoom"),
        ),
        Preset(
            "unreal",
            {
                "edit.duplicate": "Ctrl+W; Ctrl+D",
                "file.close": "Ctrl+F4",
                "view.frame_selection": "Home",
                "view.fit": "F",
                PAN: "",
            },
            Mouse("zoom"),
        ),
        Preset(
            "trackpad",
            {
                "edit.delete": "Backspace; Del",
                "edit.dissolve": "Shift+Backspace; Shift+Del",
                "view.zoom_in": "=; +; Ctrl+=; Ctrl++",
                "view.zoom_out": "-; Ctrl+-",
            },
            Mouse("pan"),
        ),
    )
}
