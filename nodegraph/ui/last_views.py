"""Where the camera was left in each file: kept on this machine, never in the file itself."""

from __future__ import annotations

import json
from pathlib import Path

from nodegraph.document import View
from nodegraph.ui.settings import Settings

MOST = 200  # files, those left last


class LastViews:
    """The last view of each file, over all windows and starts."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, path: Path | None) -> View | None:
        """The view in which a file was left; None where it was never open, or has no file."""
        told = self._kept().get(str(path.absolute())) if path is not None else None
        return View(*told) if told is not None else None

    def note(self, path: Path, view: View) -> None:
        """A file is left with this view."""
        kept, name = self._kept(), str(path.absolute())
        kept.pop(name, None)
        kept[name] = [round(value, 4) for value in view]
        newest = dict([*kept.items()][-MOST:])
        self._settings.set("views", json.dumps(newest, ensure_ascii=False))

    def _kept(self) -> dict[str, list[float]]:
        kept: dict[str, list[float]] = json.loads(self._settings.get("views"))
        return kept
