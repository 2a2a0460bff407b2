"""What a tensor's values are like, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nodegraph.ui.language import PARTED

if TYPE_CHECKING:
    from nodegraph.training.look import Look


def figure_words(look: Look) -> tuple[str, str]:
    """When it was seen and its shape; and what its values are like."""
    shape = "×".join(map(str, look.shape)) or "1"
    seen = _words("{0} of held-out samples, after step {1}").format(shape, f"{look.step:,}")
    figures = look.figures
    words = [_words("{0} not numbers").format(_share(figures.broken))] if figures.broken else []
    if figures.broken < 1:
        words += [
            _words("from {0} to {1}").format(number(figures.low), number(figures.high)),
            _words("mean {0}").format(number(figures.mean)),
            _words("sd {0}").format(number(figures.sd)),
            _words("{0} zeros").format(_share(figures.zeros)),
        ]
    return seen, PARTED.join(words)


def number(value: float) -> str:
    """A value to three places."""
    return f"{value:.3g}".replace("-", "−")


def _share(part: float) -> str:
    return f"{100 * part:.2g} %" if 0 < part < 0.1 else f"{100 * part:.0f} %"


def _words(text: str) -> str:
    return QCoreApplication.translate("Looking", text)
