"""What was placed ranks the next search, in this start and in the next."""

from __future__ import annotations

from nodegraph.ui.habits import RECENT, Used
from nodegraph.ui.settings import Settings


def test_the_last_placed_comes_first_and_only_once() -> None:
    used = Used()
    for kind in ("ReLU", "Linear", "ReLU"):
        used.note(kind)
    assert used.behind("").recent == ("ReLU", "Linear")


def test_only_the_newest_are_kept() -> None:
    used = Used()
    for number in range(20):
        used.note(f"Layer{number}")
    assert len(used.behind("").recent) == RECENT


def test_pairs_are_counted_for_the_layer_before() -> None:
    used = Used()
    for kind, behind in (("ReLU", "Conv2d"), ("ReLU", "Conv2d"), ("Linear", "Flatten")):
        used.note(kind, behind)
    assert used.behind("Conv2d").after == {"ReLU": 2}
    assert used.behind("Flatten").after == {"Linear": 1}
    assert used.behind("").after == {}


def test_the_next_start_knows_them(settings: Settings) -> None:
    Used(settings).note("ReLU", "Conv2d")
    again = Used(settings).behind("Conv2d")
    assert again.after == {"ReLU": 1}
    assert again.recent == ("ReLU",)


def test_damaged_counts_are_as_good_as_none(settings: Settings) -> None:
    settings._store.setValue("layers.pairs", "[not json")
    assert Used(settings).behind("Conv2d").after == {}
