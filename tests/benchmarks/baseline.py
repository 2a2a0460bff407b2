"""Times as ratios to a fixed piece of work in the same run, and those held against kept ones.

Machines differ; how often a frame takes as long as a fixed loop with fixed painting differs far
less. What is compared is that ratio.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

KEPT = Path(__file__).parent / "canvas.json"
WORSE = 1.25  # times the kept ratio that are too many
LEAST = 0.1  # ms; what differs by less is noise

Times = Mapping[str, float]  # ms of each act


def calibration() -> float:
    """Milliseconds of processor time for the fixed work; the median of several."""
    found = []
    for _ in range(9):
        start = process_time()
        _work()
        found.append((process_time() - start) * 1e3)
    return median(found)


def _work() -> None:
    total = 0
    for number in range(60_000):
        total += number % 7
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(400):
        painter.drawRoundedRect(QRectF(number % 40 * 19, number // 40 * 55, 15, 46), 6, 6)
    painter.end()


def told(found: Mapping[int, Times], units: Mapping[int, float], budgets: Times) -> dict[str, Any]:
    """What a run found, as it is kept: of each act its ms, its ratio, and its budget."""
    return {
        "calibration_ms": {str(size): round(unit, 3) for size, unit in units.items()},
        "budgets_are_for_nodes": 2_000,
        "nodes": {
            str(size): {
                act: {
                    "ms": round(ms, 3),
                    "ratio": round(ms / units[size], 4),
                    "budget_ms": budgets[act],
                }
                for act, ms in times.items()
            }
            for size, times in found.items()
        },
    }


def worse(now: Mapping[str, Any], kept: Mapping[str, Any]) -> list[str]:
    """What takes more than 1.25 times as long as what was kept, a sentence each."""
    found = []
    for size, acts in now["nodes"].items():
        for act, entry in acts.items():
            before = kept["nodes"].get(size, {}).get(act)
            if before is None:
                continue
            times = entry["ratio"] / before["ratio"] if before["ratio"] else 1.0
            unit = now["calibration_ms"][size]
            if times > WORSE and (entry["ratio"] - before["ratio"]) * unit > LEAST:
                found.append(f"{act} of {int(size):,} nodes: {times:.2f} times what was kept")
    return found


def read(path: Path) -> dict[str, Any]:
    """What an earlier run kept."""
    kept: dict[str, Any] = json.loads(path.read_text())
    return kept


def write(path: Path, run: Mapping[str, Any]) -> None:
    """Keeps a run."""
    path.write_text(json.dumps(run, indent=1) + "\n")
