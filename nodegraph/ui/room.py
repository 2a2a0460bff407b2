"""How much memory the device of a run has."""

from __future__ import annotations

import os
import sys


def room(device: str) -> int | None:
    """Bytes of the device's memory; None where it can't be told, or not before torch is loaded."""
    if device == "cuda":
        torch = sys.modules.get("torch")
        if torch is None or not torch.cuda.is_available():
            return None
        return int(torch.cuda.get_device_properties(0).total_memory)
    try:  # mps computes in the computer's own memory
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None  # Windows has no sysconf, other systems not these names
