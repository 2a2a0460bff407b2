"""What the popup lists for a query: what fits, the best first, and a way to what does not.

Without a query it offers what was used last and every group, closed. Pure: no window is needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from nodegraph.layers import Layer, shorthand
from nodegraph.layers.search import Habits, found
from nodegraph.layers.shorthand import Told
from nodegraph.say import say
from nodegraph.ui.canvas.adding.spots import Spot
from nodegraph.ui.language import translated

Kind = Literal["head", "layer", "all"]
RECENT = say("Recent")
HINTS = 5  # recent layers offered


@dataclass(frozen=True)
class Row:
    """A layer with the settings typed, a head of a group, or the way to all the others."""

    kind: Kind
    text: str
    group: str = ""
    note: str = ""  # at the right: the port it would be wired to, or why it does not fit
    layer: type[Layer] | None = None
    told: Told = Told()
    fits: bool = True
    opened: bool | None = None  # a head that closes: whether it is open

    @property
    def shown(self) -> str:
        """What is read in the list: a layer's own name, a head in the language of the window."""
        return self.text if self.layer is not None else translated(self.text)

    def made(self) -> Layer:
        """The layer with the settings typed."""
        assert self.layer is not None
        return self.layer(**self.told.settings)


def listed(
    query: str,
    layers: Sequence[type[Layer]],
    spot: Spot,
    habits: Habits,
    opened: Collection[str] = (),
    everything: bool = False,
) -> list[Row]:
    """The rows for a query. `opened` names the groups that show their layers; `everything` shows
    what does not fit as well.
    """
    words, tokens = shorthand.split(query)
    if words:
        rows = [_row(layer, tokens, spot) for layer in found(words, layers, habits)]
    else:
        rows = [_row(layer, (), spot) for layer in layers]
    hidden = [row for row in rows if not row.fits]
    fitting = [row for row in rows if row.fits]
    shown = fitting + hidden if everything else fitting
    if not words:
        shown = _grouped(rows if everything else fitting, habits, opened)
    if hidden and not everything:
        shown.append(_way_to(hidden, spot))
    return shown


def _row(layer: type[Layer], tokens: tuple[str, ...], spot: Spot) -> Row:
    told = shorthand.read(layer, tokens)
    port, reason = spot.entry(layer(**told.settings))
    return Row("layer", layer.__name__, layer.group, reason or port, layer, told, not reason)


def _grouped(rows: Iterable[Row], habits: Habits, opened: Collection[str]) -> list[Row]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    by_name = {row.text: row for group in groups.values() for row in group if row.fits}
    often = sorted(habits.after, key=lambda name: -habits.after[name])
    wanted = dict.fromkeys([*often, *habits.recent])
    recent = [by_name[name] for name in wanted if name in by_name][:HINTS]
    shown = [Row("head", RECENT), *recent] if recent else []
    for name, group in groups.items():
        is_open = name in opened
        shown.append(Row("head", name, name, str(len(group)), opened=is_open))
        if is_open:
            shown += group
    return shown


def _way_to(hidden: list[Row], spot: Spot) -> Row:
    why = hidden[0].note
    if spot.fed and len(hidden) > 1:
        why = say("they don't take {0}", spot.fed)
    return Row("all", say("Show all, {0} more", len(hidden)), note=why)
