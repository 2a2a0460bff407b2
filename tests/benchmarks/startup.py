"""How long until the window is painted and answers, beside `python -c "import torch"`.

    python -m tests.benchmarks.startup

Both are measured in turn, in processes of their own, so that a busy machine slows both; the
first turn only warms the disk. The bar is half the time of torch's import.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from nodegraph.resources import demo

TURNS = 5
BAR = 0.5


def window(*arguments: str) -> float:
    """Seconds from the process's start to the first usable paint, as the program prints it."""
    command = [sys.executable, "-m", "nodegraph", *arguments, "--startup-time"]
    with tempfile.TemporaryDirectory() as settings:  # not the user's own
        surroundings = {**os.environ, "XDG_CONFIG_HOME": settings}
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
        # An installed torch has its bytecode; without this the program would be compiled anew.
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[0]) / 1000


def torch() -> float:
    """Seconds of a process that imports torch."""
    began = perf_counter()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return perf_counter() - began


def main() -> int:
    """Prints the table; 1 where the bar is missed."""
    subjects = {
        "start page": window,
        "with a file": lambda: window(str(Path(demo()))),
        "import torch": torch,
    }
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for turn in range(TURNS + 1):
        for name, measure in subjects.items():
            seconds = measure()
            if turn:
                times[name].append(seconds)
    base = median(times["import torch"])
    for name, measured in times.items():
        print(f"{name:14} {median(measured):6.3f} s   {median(measured) / base:5.2f} × torch")
    return int(any(median(times[name]) > BAR * base for name in ("start page", "with a file")))


if __name__ == "__main__":
    sys.exit(main())
