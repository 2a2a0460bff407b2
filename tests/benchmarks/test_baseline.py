"""T-09: times of frames are kept as ratios, and what became slower is named."""

from __future__ import annotations

import pytest

from tests.benchmarks.baseline import KEPT, calibration, read, told, worse, write
from tests.benchmarks.canvas import BARS, main

SIZES = ("200", "1000", "2000", "5000", "10000")


def run(unit: float = 4.0, **times: float) -> dict:
    return told({2_000: times}, {2_000: unit}, dict.fromkeys(times, 12.0))


def test_a_slower_machine_is_no_slower_program():
    assert worse(run(unit=8.0, fit=20.0), run(unit=4.0, fit=10.0)) == []


def test_what_takes_a_quarter_longer_is_named():
    assert worse(run(fit=12.4), run(fit=10.0)) == []
    assert worse(run(fit=12.6), run(fit=10.0)) == ["fit of 2,000 nodes: 1.26 times what was kept"]


def test_a_difference_below_a_tenth_of_a_millisecond_is_noise():
    assert worse(run(hover=0.15), run(hover=0.08)) == []


def test_what_was_not_kept_is_not_compared():
    assert worse(run(fit=99.0), run(zoom=1.0)) == []


@pytest.mark.usefixtures("qapp")
def test_the_fixed_work_takes_time():
    assert calibration() > 0


def test_the_kept_run_has_every_size_and_act_with_its_budget():
    kept = read(KEPT)
    assert tuple(kept["nodes"]) == SIZES
    for size, acts in kept["nodes"].items():
        expected = [act for act in BARS if size != "200" or act != "drag 500"]
        assert list(acts) == expected
        assert all(entry["budget_ms"] == BARS[act] for act, entry in acts.items())


def test_a_run_is_written_and_fails_only_where_asked_to_compare(tmp_path, monkeypatch, qapp):
    """T-09"""
    from tests.benchmarks import canvas

    monkeypatch.setattr(canvas, "rows", lambda nodes: iter([("fit", 10.0)]))
    monkeypatch.setattr(canvas, "calibration", lambda: 4.0)
    out, kept = tmp_path / "now.json", tmp_path / "kept.json"
    assert main(["200", "--out", str(out)]) == 0
    assert read(out)["nodes"]["200"]["fit"] == {"ms": 10.0, "ratio": 2.5, "budget_ms": 12}
    write(kept, told({200: {"fit": 5.0}}, {200: 4.0}, BARS))
    assert main(["200", "--out", str(out)]) == 0
    assert main(["200", "--out", str(out), "--compare", str(kept)]) == 1
    write(kept, told({200: {"fit": 9.0}}, {200: 4.0}, BARS))
    assert main(["200", "--out", str(out), "--compare", str(kept)]) == 0
