"""What a run tells while it goes on: plain data that pickles and prints as JSON.

The command line, the tests and the window's thread read the same events.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, nan
from typing import Any, Literal, NamedTuple

Reason = Literal["completed", "stopped"]


class Downloading(NamedTuple):
    """Before all others, only while data come from the web: how far one file is, in bytes."""

    file: str
    done: int
    total: int | None  # None where the server doesn't tell


class Started(NamedTuple):
    """The data are there and the run begins: what trains where, on how much. Counts are samples."""

    run: str  # the run's folder
    device: str
    train_samples: int
    test_samples: int
    steps_per_epoch: int
    weights: int
    epochs: int


class Progress(NamedTuple):
    """Some steps done; `losses` holds every step's loss since the last event, unrounded."""

    step: int  # steps done since the run began
    losses: tuple[float, ...]
    seconds: float  # since the run began, pauses left out


class EpochEnded(NamedTuple):
    """All training data seen once more. Accuracy is a share of 1; None where there are no classes.

    Train figures are means over the epoch's steps as they were taken; test figures come from the
    held-out set, evaluated whole, and never from training data.
    """

    epoch: int  # from 1
    train_loss: float
    train_accuracy: float | None
    test_loss: float
    test_accuracy: float | None
    seconds: float  # of this epoch, evaluation included


class Finished(NamedTuple):
    """The last event of a run that ended well."""

    reason: Reason
    run: str


class Failed(NamedTuple):
    """The last event of a run that could not go on: a sentence, and the node at fault if known."""

    message: str
    node: str | None


Event = Downloading | Started | Progress | EpochEnded | Finished | Failed
KINDS: dict[str, type[Event]] = {
    "downloading": Downloading,
    "started": Started,
    "progress": Progress,
    "epoch_ended": EpochEnded,
    "finished": Finished,
    "failed": Failed,
}
NAMES = {kind: name for name, kind in KINDS.items()}


def as_json(event: Event) -> dict[str, object]:
    """The event as one JSON object, its kind under "event"; a figure that is not finite is null."""
    told = {
        name: None if isinstance(value, float) and not isfinite(value) else value
        for name, value in event._asdict().items()
    }
    return {"event": NAMES[type(event)], **told}


def from_json(told: Mapping[str, Any]) -> Event:
    """The event that `as_json` told; a loss that was not finite is NaN.

    Raises KeyError and TypeError where it is none.
    """
    values = dict(told)
    kind = KINDS[values.pop("event")]
    if kind is Progress:
        values["losses"] = tuple(values["losses"])
    for name in ("train_loss", "test_loss"):
        if name in values and values[name] is None:
            values[name] = nan
    return kind(**values)
