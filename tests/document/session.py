"""A scripted editing session that a test may kill: python -m tests.document.session FOLDER SEED.

Each step is known beforehand from the seed, so whoever killed it can say what should be left.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nodegraph.document import Document, Drawing, Point, dots, edits, save
from nodegraph.document.clipboard import duplicated
from nodegraph.document.journal import Journal
from nodegraph.graph import Port, Wire, WireError
from nodegraph.layers import LAYERS
from nodegraph.recipe import Recipe
from tests import networks

SAVED_EVERY = 41  # steps
PAUSE = 0.005  # s between two steps: far faster than a hand


def session(seed: int) -> Iterator[Document]:
    """One document after each step of a session without an end."""
    chance = random.Random(seed)
    graph = networks.r0()
    places = {node_id: Point(184 * at, 0) for at, node_id in enumerate(graph.nodes)}
    document = Document(Drawing("Session", graph, places))
    yield document
    for number in range(1, sys.maxsize):
        kind = chance.random()
        if kind < 0.15:
            document.undo()
        elif kind < 0.2:
            document.redo()
        elif kind < 0.25:
            document.preview(step(document.settled, chance))
            document.cancel()
        else:
            document.do(f"Step {number}", step(document.settled, chance))
        yield document


def step(drawing: Drawing, chance: random.Random) -> Drawing:
    """One edit, of any kind that there is."""
    nodes = list(drawing.graph.nodes)
    one, other = chance.choice(nodes), chance.choice(nodes)
    match chance.randrange(9 if len(nodes) < 60 else 7):
        case 0 if drawing.graph.wires:
            return otherwise(drawing, chance.choice(drawing.graph.wires), chance)
        case 0 | 1:
            return edits.move(drawing, {one: Point(chance.uniform(-999, 999), 3.14159)})
        case 2:
            return connected(drawing, one, other)
        case 3:
            return edits.rename(drawing, one, f"né{chance.randrange(99)}")
        case 4:
            recipe = Recipe(epochs=chance.randrange(1, 99))
            return edits.set_recipe(edits.set_name(drawing, f"N{chance.randrange(9)}"), recipe)
        case 5 if len(nodes) > 8:
            return edits.delete(drawing, [one, other])
        case 6 if drawing.graph.wires:
            return edits.disconnect(drawing, chance.choice(drawing.graph.wires))
        case 7:
            return duplicated(drawing, [one, other], keep_wires=True).drawing
        case _:
            kind = chance.choice(["Conv2d", "Add", "LSTM", "Linear"])
            return edits.add(drawing, LAYERS[kind](), Point(0, chance.randrange(999)))[0]


def otherwise(drawing: Drawing, wire: Wire, chance: random.Random) -> Drawing:
    """With a wire off or on again, past one more dot, or as a portal."""
    match chance.randrange(3):
        case 0:
            return edits.switch(drawing, [wire], on=drawing.graph.is_off(wire))
        case 1:
            return dots.add(drawing, [wire], Point(chance.randrange(999), 3.25))[0]
        case _:
            return dots.hide(drawing, [wire])


def connected(drawing: Drawing, source: str, target: str) -> Drawing:
    """With a wire between them if there can be one; else with another rule of weights."""
    outputs = drawing.graph.nodes[source].layer.outputs
    inputs = drawing.graph.nodes[target].layer.inputs
    try:
        return edits.connect(drawing, Port(source, outputs[0]), Port(target, inputs[0]))
    except (WireError, IndexError):
        return replace(drawing, places={**drawing.places, source: Point(1.005, -2)})


def main(folder: Path, seed: int) -> None:
    """Edits, keeps the journal and saves, and tells the number of each step."""
    file = folder / "mine.nodegraph"
    journal = Journal(folder / "recovery", told=sys.exit)
    for number, document in enumerate(session(seed)):
        journal.note(document, file)
        if number % SAVED_EVERY == 0:
            save(document.settled, file)
            document.saved(document.settled)
            journal.note(document, file)
        print(number, flush=True)
        time.sleep(PAUSE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
