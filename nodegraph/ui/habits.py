"""Which layers this person uses, and behind which: kept on this machine, only to rank a search."""

from __future__ import annotations

import json
from collections import Counter

from nodegraph.layers.search import Habits
from nodegraph.ui.settings import Settings

RECENT = 8  # layer types kept, the newest first
MOST = 400  # pairs kept, the most frequent ones


class Used:
    """What was placed so far; without settings it is forgotten at the end."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._recent: list[str] = []
        self._pairs: Counter[str] = Counter()  # "Conv2d ReLU" → how often
        if settings is not None:
            self._recent = settings.get("layers.recent").split()
            self._pairs.update(json.loads(settings.get("layers.pairs")))

    def behind(self, kind: str) -> Habits:
        """What to expect behind a layer of that type; "" behind none."""
        start = f"{kind} "
        after = {
            pair.removeprefix(start): count
            for pair, count in self._pairs.items()
            if kind and pair.startswith(start)
        }
        return Habits(after, tuple(self._recent))

    def note(self, kind: str, behind: str = "") -> None:
        """A layer of that type was placed, behind another or behind none."""
        self._recent = [kind, *(other for other in self._recent if other != kind)][:RECENT]
        if behind:
            self._pairs[f"{behind} {kind}"] += 1
        if self._settings is not None:
            self._settings.set("layers.recent", " ".join(self._recent))
            self._settings.set("layers.pairs", json.dumps(dict(self._pairs.most_common(MOST))))
