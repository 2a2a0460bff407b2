"""Where this machine keeps what belongs to a person's work and to none of their folders."""

from __future__ import annotations

from pathlib import Path


def state_folder(name: str) -> Path:
    """One folder of the program's own, as the system has it for such things; it may be missing."""
    from platformdirs import user_state_path

    return user_state_path("nodegraph", appauthor=False) / name
