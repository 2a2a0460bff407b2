"""The clock of what moves by itself: from 0 to 1 in a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

Curve = QEasingCurve.Type


def moment(
    parent: QObject,
    lasts: int,
    curve: Curve,
    show: Callable[[float], None],
    done: Callable[[], None],
) -> QVariantAnimation:
    """A clock of so many milliseconds, not started yet: tells how far it is, then that it ended."""
    clock = QVariantAnimation(parent)
    clock.setDuration(lasts)
    clock.setEasingCurve(curve)
    clock.setStartValue(0.0)
    clock.setEndValue(1.0)
    clock.valueChanged.connect(show)
    clock.finished.connect(done)
    return clock
