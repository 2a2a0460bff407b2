"""`nodegraph doctor`: what works here, what doesn't, and what to do about it.

Qt and torch are tried in programs of their own: a missing system library ends a whole process,
and that must not be this one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

import nodegraph
from nodegraph.cli.editor import has_display
from nodegraph.cli.say import DONE, PROBLEMS, out

PATIENCE = 120  # seconds for a first import from a slow disk
NEEDED = 1 << 30  # bytes for data and runs
SYSTEM_LIBRARIES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"

_TORCH = """
import json, torch
mps = torch.backends.mps.is_available()
cuda = torch.cuda.get_device_name() if torch.cuda.is_available() else ""
print(json.dumps({"cuda": cuda, "mps": mps, "threads": torch.get_num_threads()}))
"""
_QT = "from PySide6.QtWidgets import QApplication; QApplication(['nodegraph']); print('{}')"


class Finding(NamedTuple):
    """One thing that was looked at."""

    ok: bool
    said: str
    cure: str = ""
    essential: bool = True  # nothing much works without it


def doctor() -> int:
    """Prints each finding; exit code 1 if something essential is broken."""
    broken = False
    for finding in findings():
        out(f"{'ok ' if finding.ok else 'not'}  {finding.said}")
        if not finding.ok:
            out(f"     {finding.cure}")
            broken |= finding.essential
    return PROBLEMS if broken else DONE


def findings() -> Iterator[Finding]:
    """Everything that is looked at, in the order in which it matters."""
    yield Finding(True, f"nodegraph {nodegraph.__version__}")
    yield _python()
    yield from _qt()
    yield from _torch()
    yield from _folders()


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    return Finding(sys.version_info >= (3, 11), f"Python {found}", "Install Python 3.11 or later.")


def _qt() -> Iterator[Finding]:
    found = _version("PySide6-Essentials")
    if found is None:
        yield Finding(False, "PySide6 is not installed", "pip install PySide6-Essentials")
        return
    trap = found.startswith("6.12.0") and sys.version_info < (3, 12)
    yield Finding(
        not trap,
        f"PySide6 {found}" + (" dies on Python 3.11 after a few thousand calls" if trap else ""),
        'pip install "PySide6-Essentials<6.12"',
    )
    shown = has_display()
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    environment = {} if shown or asked else {"QT_QPA_PLATFORM": "offscreen"}
    answer, why = _tried(_QT, environment)
    libraries = f"On Debian or Ubuntu: apt install {SYSTEM_LIBRARIES}"
    if shown and os.environ.get("DISPLAY"):
        libraries += " libxcb-cursor0"
    yield Finding(
        answer is not None, "Qt starts" if answer is not None else f"Qt: {why}", libraries
    )
    yield Finding(
        shown,
        "A display for the editor" if shown else "There is no display for the editor",
        "Set DISPLAY or WAYLAND_DISPLAY. Everything but the editor works without.",
        essential=False,
    )


def _torch() -> Iterator[Finding]:
    found = _version("torch")
    if found is None:
        yield Finding(False, "torch is not installed", "pip install torch torchvision")
        return
    # Torch takes seconds to start: it does so once where torchvision fits.
    both, misfit = _tried(f"import torchvision\n{_TORCH}")
    answer, why = (both, "") if both is not None else _tried(_TORCH)
    yield Finding(
        answer is not None,
        f"torch {found}" if answer is not None else f"torch {found} can't be loaded: {why}",
        "pip install --force-reinstall torch torchvision",
    )
    if answer is None:
        return
    yield _torchvision(found, misfit)
    if answer["cuda"]:
        device = f"CUDA: {answer['cuda']}"
    elif answer["mps"]:
        device = "MPS: this Mac's graphics"
    else:
        device = f"CPU with {answer['threads']} threads; no CUDA or MPS here"
    yield Finding(True, f"Trains on {device}")


def _torchvision(torch: str, misfit: str) -> Finding:
    found = _version("torchvision")
    if found is None:
        said = "torchvision is not installed; exported scripts for picture data need it"
        return Finding(False, said, "pip install torchvision", essential=False)
    if not misfit:
        return Finding(True, f"torchvision {found}")
    return Finding(
        False,
        f"torchvision {found} doesn't fit torch {torch}: {misfit}",
        "Install both at once from the same index: pip install --force-reinstall torch torchvision",
        essential=False,
    )


def _folders() -> Iterator[Finding]:
    from nodegraph.data import default_root
    from nodegraph.training.kept import default_runs

    for what, folder in (("Data", default_root()), ("Runs", default_runs())):
        near = next(path for path in (folder, *folder.parents) if path.exists())
        may = near.is_dir() and os.access(near, os.W_OK | os.X_OK)
        # Data that lie there already can be read without writing.
        readable = what == "Data" and folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)
        said = f"{what} in {folder}" + ("" if may else ", which can't be written")
        cure = f"Make {near} a folder you may write, or name another"
        cure += " with NODEGRAPH_DATA or --data-root." if what == "Data" else " with --runs."
        yield Finding(may, said, cure, essential=not readable)
        if may and what == "Data":  # they lie on the same disk nearly always
            yield _space(near)


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free / 2**30:.1f} GiB free at {folder}"
    return Finding(free >= NEEDED, said, "Free some space: 1 GiB is wanted.", essential=False)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _tried(program: str, environment: dict[str, str] | None = None) -> tuple[Any, str]:
    """What the program printed, as JSON; None and why where it failed."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            env={**os.environ, **(environment or {})},
        )
    except (OSError, subprocess.SubprocessError) as error:
        return None, str(error)
    if done.returncode == 0:
        return json.loads(done.stdout.splitlines()[-1]), ""
    said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    # Python says the cause last; Qt, which aborts, says it first.
    if not said:
        return None, f"it ended with code {done.returncode}"
    return None, said[-1] if "Traceback" in done.stderr else said[0]
