"""Colours, from one table each for dark and light.

Every colour that is painted or styled comes from here. Text of every colour reaches a contrast
of 4.5 on every surface it stands on; a test computes it from these tables.
"""

from __future__ import annotations

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
OTHER_GROUP = "#8e96a8"  # layers of the catalogue


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
    accent: str  # lines, selection, coloured text
    fill: str  # the surface of the one primary button
    on_accent: str  # text on fill
    good: str
    warn: str
    bad: str
    node: str
    shadow: str
    cost: str = "#126a63"  # of the node that costs most, under the cost lens

    def group(self, name: str) -> str:
        """The colour of a group of layers."""
        return GROUPS.get(name, OTHER_GROUP)


DARK = Theme(
    name="dark", canvas="#14161b", dot="#22262f", panel="#1b1e25", raised="#232730",
    field="#15181e", line="#2d323d", text="#e8eaf0", muted="#8e96a8", accent="#4f8cff",
    fill="#2b68e0", on_accent="#ffffff", good="#3fbf7f", warn="#f0a13a", bad="#ff5f57",
    node="#22262e", shadow="#0d0f13",
)  # fmt: skip
LIGHT = Theme(
    name="light", canvas="#f4f5f8", dot="#dcdfe6", panel="#ffffff", raised="#f0f2f6",
    field="#f7f8fa", line="#d9dde5", text="#1c2230", muted="#5f687c", accent="#2866e0",
    fill="#2866e0", on_accent="#ffffff", good="#187a4b", warn="#9a5b00", bad="#c9302a",
    node="#ffffff", shadow="#d5d9e2", cost="#74c3ba",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
