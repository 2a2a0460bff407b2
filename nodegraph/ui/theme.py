"""Colours, from one table each for dark, light and high contrast.

Every colour that is painted or styled comes from here. Text of every colour reaches a contrast
of 4.5 on every surface it stands on, of 7 where contrast is high, and there borders stand out too.
Groups reach 3, and 4.5 where contrast is high; a test computes it from these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GROUPS = {
    "Input and output": "#8fa1b8",
    "Convolution": "#4c8dff",
    "Pooling": "#24b3a8",
    "Linear": "#a974ff",
    "Normalization": "#f0a13a",
    "Activation": "#ff7a6b",
    "Regularization": "#9aa0a6",
    "Shape": "#6fbf73",
    "Merge": "#e86fb4",
    "Recurrent": "#d8b13c",
    "Attention": "#59c2ff",
}
DEEP_GROUPS = {
    "Input and output": "#788ca9",
    "Convolution": "#4284f6",
    "Pooling": "#1c978d",
    "Linear": "#a06af6",
    "Normalization": "#c5760c",
    "Activation": "#ea5a48",
    "Regularization": "#838b92",
    "Shape": "#45994a",
    "Merge": "#de4fa1",
    "Recurrent": "#a5841f",
    "Attention": "#0b8bdc",
}
BRIGHT_GROUPS = {
    "Input and output": "#c9d6ea",
    "Convolution": "#7fb2ff",
    "Pooling": "#3fe0d0",
    "Linear": "#c9a6ff",
    "Normalization": "#ffb84d",
    "Activation": "#ff9a8f",
    "Regularization": "#c4c9d0",
    "Shape": "#8fe08f",
    "Merge": "#ff9bd0",
    "Recurrent": "#f2cf4a",
    "Attention": "#8ad8ff",
}


@dataclass(frozen=True)
class Theme:
    """The tokens of one look; every value is a colour as #rrggbb."""

    name: str
    canvas: str
    dot: str
    panel: str
    raised: str
    field: str
    line: str
    text: str
    muted: str
    off: str  # text of what can't be used now
    accent: str  # lines, selection, coloured text
    fill: str  # the surface of the one primary button
    on_accent: str  # text on fill
    good: str
    warn: str
    bad: str
    node: str
    shadow: str
    chip: str  # behind a setting on a node
    on_sign: str  # on the fill of a sign in good, warn or bad
    groups: Mapping[str, str]
    shade: float = 0.55  # how much of the shadow is seen
    cost: str = "#126a63"  # of the node that costs most, under the cost lens

    def group(self, name: str) -> str:
        """The colour of a group of layers; that of rarer layers is quiet."""
        return self.groups.get(name, self.muted)


DARK = Theme(
    name="dark", canvas="#14161b", dot="#22262f", panel="#1b1e25", raised="#232730",
    field="#15181e", line="#2d323d", text="#e8eaf0", muted="#8e96a8", off="#8e96a8",
    accent="#4f8cff",
    fill="#2b68e0", on_accent="#ffffff", good="#3fbf7f", warn="#f0a13a", bad="#ff5f57",
    node="#22262e", shadow="#0d0f13", chip="#15181e", on_sign="#14161b",
    groups=GROUPS,
)  # fmt: skip
LIGHT = Theme(
    name="light", canvas="#f4f5f8", dot="#dcdfe6", panel="#ffffff", raised="#f0f2f6",
    field="#f7f8fa", line="#d9dde5", text="#1c2230", muted="#5f687c", off="#5f687c",
    accent="#2866e0",
    fill="#2866e0", on_accent="#ffffff", good="#187a4b", warn="#9a5b00", bad="#c9302a",
    node="#ffffff", shadow="#d5d9e2", chip="#f0f2f6", on_sign="#ffffff", shade=0.8,
    cost="#74c3ba", groups=DEEP_GROUPS,
)  # fmt: skip
CONTRAST = Theme(
    name="contrast", canvas="#000000", dot="#3a3a3a", panel="#000000", raised="#1a1a1a",
    field="#000000", line="#a6a6a6", text="#ffffff", muted="#d6d6d6", off="#a6a6a6",
    accent="#6cc4ff",
    fill="#6cc4ff", on_accent="#000000", good="#4dffa6", warn="#ffd400", bad="#ff9494",
    node="#000000", shadow="#000000", chip="#1a1a1a", on_sign="#000000", cost="#075c55",
    groups=BRIGHT_GROUPS,
)  # fmt: skip
THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}
