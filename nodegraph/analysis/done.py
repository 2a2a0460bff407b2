"""A cure as the history tells it: "Insert Flatten" on the button is "Inserted Flatten" after it."""

from __future__ import annotations

from nodegraph.say import Said, inside, say

PAST = {
    "Add Input": "Added Input",
    "Add Output": "Added Output",
    "Bypass {0}": "Bypassed {0}",
    "Compare with class numbers": "Chose class numbers as the target",
    "Compare with one-hot targets": "Chose one-hot targets",
    "Compare with values": "Chose values as the target",
    "Compare with values by MSELoss": "Chose values as the target, by MSELoss",
    "Compare with {0}": "Chose {0} as the target",
    "Connect to {0}": "Connected to {0}",
    "Connect {0}": "Connected {0}",
    "Give {0} its own weights": "Gave {0} its own weights",
    "Insert {0}": "Inserted {0}",
    "Remove it": "Removed it",
    "Remove its {0} nodes": "Removed its {0} nodes",
    "Remove {0}": "Removed {0}",
    "Switch the wire from {0} on": "Switched the wire from {0} on",
    "Switch {0} on": "Switched {0} on",
    "Take batches of {0}": "Took batches of {0}",
    "Train on {0}": "Chose {0} to train on",
    "Use MSELoss": "Used MSELoss",
    "Use NLLLoss": "Used NLLLoss",
    "Use cross-entropy": "Used cross-entropy",
    "Use {0}": "Used {0}",
    "Use {0} instead": "Used {0} instead",
}  # "Set {0} to {1}" says both


def done(label: str) -> str:
    """The sentence for a step that did what a label offered."""
    if not isinstance(label, Said):
        return label
    arguments = [done(part) if isinstance(part, Said) else part for part in label.arguments]
    said = say(PAST.get(label.template, label.template), *arguments)
    return said if label[:1].isupper() else inside(said)
