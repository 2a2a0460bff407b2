"""What is remembered, and that damage to it never hurts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from nodegraph.ui.settings import PREFERENCES, RECENT, Settings


@pytest.mark.parametrize("name", PREFERENCES)
def test_every_preference_has_a_default_that_fits_and_a_help(name: str, settings: Settings) -> None:
    assert PREFERENCES[name].fits(settings.get(name))
    assert PREFERENCES[name].help


def test_a_value_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = str(tmp_path / "settings.ini")
    store = QSettings(file, QSettings.Format.IniFormat)
    Settings(store).set("theme", "light")
    store.sync()
    assert Settings(QSettings(file, QSettings.Format.IniFormat)).get("theme") == "light"


def test_a_damaged_value_is_as_good_as_none(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("theme", "purple")
    store.setValue("geometry", "not bytes")
    settings = Settings(store)
    assert settings.get("theme") == "system"
    assert settings.get("geometry").isEmpty()


def test_a_value_that_does_not_fit_is_refused(settings: Settings) -> None:
    with pytest.raises(ValueError, match="theme can't be 'purple'"):
        settings.set("theme", "purple")


def test_recent_files_are_newest_first_once_each_and_still_there(
    settings: Settings, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.nodegraph" for number in range(RECENT + 2)]
    for file in files:
        file.touch()
        settings.remember(file)
    settings.remember(files[-2])
    files[-1].unlink()
    assert settings.recent == (files[-2], *reversed(files[2:-2]))
    assert settings.get("last_folder") == str(tmp_path)
