"""Which key means what: presets, a person's own, and that a key never means two things."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QSettings

from nodegraph.ui.commands import COMMANDS
from nodegraph.ui.commands.keys import DECLARED, DEFAULTS, Keys, in_a_row, parted, resolved
from nodegraph.ui.mouse import Mouse
from nodegraph.ui.presets import PRESETS


@pytest.fixture
def keys(qapp, settings) -> Keys:
    return Keys(settings)


def kept(settings) -> dict[str, object]:
    store: QSettings = settings._store
    return {
        name: store.value(name)
        for name in store.allKeys()
        if name.startswith(("keys", "mouse")) and store.value(name) not in ("", "{}")
    }


@pytest.mark.parametrize("preset", PRESETS)
def test_a_key_means_one_command_and_no_preset_leaves_one_without(qapp, preset) -> None:
    held = resolved(PRESETS[preset], {})
    counts = Counter(key for name in DECLARED for key in held[name])
    assert [key for key, times in counts.items() if times > 1] == []
    bare = [c.name for c in COMMANDS if c.key and not held[c.name]]
    assert bare == []


@pytest.mark.parametrize("preset", PRESETS)
def test_one_press_is_never_two_keys(qapp, preset) -> None:
    """Where Shift and "[" give "{", Qt finds both and does neither, even of one command."""
    held = {key for keys in resolved(PRESETS[preset], {}).values() for key in keys}
    twins = zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True)
    for plain, shifted in twins:
        for before in ("", "Ctrl+", "Alt+", "Ctrl+Alt+"):
            both = {f"{before}Shift+{plain}", f"{before}{shifted}"}
            assert not both <= held, both


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_speak_of_commands_that_exist(preset) -> None:
    assert [name for name in PRESETS[preset].keys if name not in DEFAULTS] == []


def test_every_declared_key_is_one_that_qt_knows(qapp) -> None:
    for command in COMMANDS:
        written = tuple(command.key.split("; ")) if command.key else ()
        assert parted(command.key) == written, command.name


def test_a_persons_key_is_taken_from_whoever_had_it(keys: Keys) -> None:
    assert keys.holders("Ctrl+D", "edit.tidy") == ["edit.duplicate"]
    keys.assign("edit.tidy", "Ctrl+D")
    assert keys.of("edit.tidy") == ("Ctrl+D",)
    assert keys.of("edit.duplicate") == ()
    assert keys.holders("Ctrl+D", "edit.duplicate") == ["edit.tidy"]
    keys.restore("edit.tidy")
    assert keys.of("edit.duplicate") == ("Ctrl+D",)


def test_of_two_own_keys_the_last_chosen_stays(keys: Keys) -> None:
    keys.assign("edit.tidy", "F4")
    keys.assign("edit.join", "F4")
    assert keys.of("edit.tidy") == ()
    assert keys.of("edit.join") == ("F4",)


def test_a_command_keeps_its_other_key(keys: Keys) -> None:
    keys.assign("edit.tidy", "Tab")
    assert keys.of("edit.add") == ("Shift+A",)


def test_only_what_differs_is_kept(keys: Keys, settings) -> None:
    keys.assign("edit.tidy", "F4")
    assert kept(settings) == {"keys.own": '{"edit.tidy": "F4"}'}
    keys.assign("edit.tidy", "L")
    assert kept(settings) == {}
    keys.choose_mouse(Mouse("pan"))
    assert kept(settings) == {"mouse.wheel": "pan"}
    keys.choose_mouse(Mouse())
    assert kept(settings) == {}


def test_what_was_chosen_is_there_after_a_new_start(keys: Keys, settings) -> None:
    keys.choose("blender")
    keys.assign("edit.tidy", "F4")
    again = Keys(settings)
    assert again.preset.name == "blender"
    assert again.of("edit.tidy") == ("F4",)
    assert again.of("edit.delete")[0] == "X"
    assert again.mouse == Mouse("zoom")
    assert again.of("mouse.pan_free") == ()


def test_own_choices_stay_under_another_preset(keys: Keys) -> None:
    keys.assign("edit.tidy", "X")
    keys.choose("blender")  # there X deletes
    assert keys.of("edit.tidy") == ("X",)
    assert keys.of("edit.delete") == ("Del", "Backspace")
    keys.restore_all()
    assert keys.of("edit.delete")[0] == "X"


@pytest.mark.parametrize("stored", ["", "[1]", '{"a": 1}', "{"])
def test_a_damaged_setting_is_as_good_as_none(qapp, settings, stored) -> None:
    settings._store.setValue("keys.own", stored)
    settings._store.setValue("keys.preset", "vi")
    assert Keys(settings).of("edit.tidy") == ("L",)


def test_a_command_that_is_gone_is_passed_over(qapp, settings) -> None:
    settings.set("keys.own", '{"edit.fly": "L"}')
    assert Keys(settings).of("edit.tidy") == ("L",)


def test_families_are_written_in_a_row(qapp) -> None:
    assert in_a_row(["Ctrl+1", "Ctrl+2", "Ctrl+3"]) == "Ctrl+1 … 3"
    assert in_a_row(["Shift+Right", "Shift+Left"]) == "Shift+← →"
    assert in_a_row(["Right", "Left", "Up", "Down"]) == "← → ↑ ↓"
    assert in_a_row(["A", "Ctrl+B"]) == "A, Ctrl+B"
