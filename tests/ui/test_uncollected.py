"""Opening a drawing keeps the collector from walking what stays."""

from __future__ import annotations

import gc

import pytest

from nodegraph.document import Drawing, load, save
from nodegraph.ui import opening
from nodegraph.ui.uncollected import uncollected


def test_nothing_is_collected_meanwhile_and_all_afterwards():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_meanwhile_leaves_the_collector_on():
    with pytest.raises(ValueError, match="wrong"), uncollected():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_who_collects_by_hand_goes_on_so():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_file_is_opened_so(window, tmp_path, monkeypatch):
    path = tmp_path / "small.nodegraph"
    save(Drawing("Small"), path)
    collects = []

    def loading(file):
        collects.append(gc.isenabled())
        return load(file)

    monkeypatch.setattr(opening, "load", loading)
    assert window.opening.open_file(path)
    assert collects == [False]
    assert gc.isenabled()
