"""A die that throws gestures at the window: real events, the same each time for the same seed.

`python -m tests.ui.die SEED COUNT` throws so many and tells each, and what came of it.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import tempfile
from collections.abc import Callable
from math import inf

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nodegraph.document import Drawing
from nodegraph.document.writing import text_of
from nodegraph.graph import NodeId
from nodegraph.ui.canvas.commands.link_mode import LinkMode
from nodegraph.ui.settings import Settings
from nodegraph.ui.window import MainWindow
from tests.networks import r4b
from tests.ui.canvas.pointer import CONTROL, PLAIN, RIGHT, SHIFT, Hand
from tests.ui.conftest import drawn

MANY = 40  # nodes: when there are more, some are deleted more often
ALT = Qt.KeyboardModifier.AltModifier
QUERIES = ("conv 8 3", "relu", "fc 10", "add", "flatten", "bn", "pool", "lstm", "cat", "drop")
LAYERS = ("Conv2d", "ReLU", "Linear", "Add", "Concatenate", "Flatten", "MaxPool2d", "LSTM")
# What opens a dialog of its own, a popup that is driven by hand below, or shows another tab.
ASKING = ("edit.keys", "edit.menu", "edit.search", "edit.undo", "edit.redo")


class Die:
    """Throws gestures at a window, one after the other, beginning with a small network."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        window.workspace.open(drawn(r4b(), "Fuzz"))
        window.files.opened.emit()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        self.window, self.canvas, self.workspace = window, window.canvas, window.workspace
        self.canvas.setFocus()
        self.canvas.motion.show("reduced")  # what is painted is where it is
        self.canvas.nudge.pause = inf  # how fast the machine is decides nothing
        self.hand = Hand(window.canvas)
        self.seed, self.thrown = seed, random.Random(seed)
        self.done: list[str] = []  # the name of each gesture, and the step it left one at
        self.gestures: tuple[tuple[Callable[[], object], int], ...] = (
            (self.add, 6),
            (self.carry, 4),
            (self.wire, 16),
            (self.wire_to_nowhere, 2),
            (self.move, 12),
            (self.move_with_keys, 6),
            (self.marquee, 6),
            (self.click, 8),
            (self.double_click, 2),
            (self.cut, 3),
            (self.knife, 3),
            (self.disable, 3),
            (self.bend, 4),
            (self.frame, 3),
            (self.pull_a_frame, 3),
            (self.link, 4),
            (self.replace, 2),
            (self.scrub, 4),
            (self.rename, 2),
            (self.delete, 5),
            (self.command, 20),
            (self.step, 6),
            (self.give_up, 6),
            (self.look_around, 3),
        )

    def throw(self) -> None:
        """One gesture."""
        if len(self.graph.nodes) > MANY:
            self.delete()
        acts, chances = zip(*self.gestures, strict=True)
        (act,) = self.thrown.choices(acts, chances)
        self.done.append(act.__name__)
        act()
        self.settle()
        document = self.workspace.document
        self.done[-1] += f": {document.at} {document.steps[document.at].label}"

    def last(self) -> str:
        """What to look at, and to throw again, where something went wrong."""
        return f"seed {self.seed}, gesture {len(self.done)}, the last: {self.done[-8:]}"

    def settle(self) -> None:
        """Ends what a gesture left open: a popup, a field, a menu."""
        QApplication.processEvents()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for _ in range(4):
            if not self.busy():
                break
            focused: QWidget = QApplication.focusWidget() or self.canvas
            QTest.keyClick(focused, Qt.Key.Key_Escape)
            QApplication.processEvents()
        self.canvas.setFocus()
        let_go()

    def busy(self) -> bool:
        """Whether something waits for an answer."""
        focused = QApplication.focusWidget()
        return self.canvas.gesture is not None or focused is not self.canvas

    # What is there

    @property
    def graph(self):
        return self.workspace.drawing.graph

    def node(self) -> NodeId | None:
        return self.thrown.choice(list(self.graph.nodes)) if self.graph.nodes else None

    def spot(self) -> QPoint:
        size = self.canvas.viewport().size()
        return QPoint(
            self.thrown.randrange(30, size.width() - 30),
            self.thrown.randrange(30, size.height() - 30),
        )

    def grip(self, node_id: NodeId) -> QPoint:
        """Where a node can be held, once it is in sight."""
        self.canvas.show_node(node_id)
        return self.canvas.node_rect(node_id).bottomLeft() + QPoint(30, -5)

    # Gestures

    def add(self) -> None:
        self.hand.move(self.spot())
        QTest.keyClick(self.canvas, Qt.Key.Key_Tab)
        self.type_there(self.thrown.choice(QUERIES))

    def carry(self) -> None:
        at = self.spot()
        data = self.hand.carry(self.thrown.choice(LAYERS), at)
        if self.thrown.random() < 0.2:
            self.hand.carry_away()
        else:
            self.hand.drop(data, at)

    def wire(self) -> None:
        nodes = list(self.graph.nodes.values())
        outputs = [p for n in nodes for p in self.canvas.graph_scene.nodes[n.id].ports(True)]
        inputs = [p for n in nodes for p in self.canvas.graph_scene.nodes[n.id].ports(False)]
        if not outputs or not inputs:
            return
        start, end = self.thrown.choice(outputs), self.thrown.choice(inputs)
        self.canvas.fit()
        ends = [self.canvas.port_pos(start), self.canvas.input_pos(end)]
        if self.thrown.random() < 0.4:
            ends.reverse()
        self.hand.drag(*ends, modifiers=self.thrown.choice((PLAIN, PLAIN, PLAIN, SHIFT, CONTROL)))

    def wire_to_nowhere(self) -> None:
        if node := self.node():
            ports = self.canvas.graph_scene.nodes[node].ports(True)
            self.canvas.show_node(node)
            if ports:
                self.hand.drag(self.canvas.port_pos(ports[0]), self.spot())

    def move(self) -> None:
        if node := self.node():
            start = self.grip(node)
            modifiers = self.thrown.choice((PLAIN, PLAIN, PLAIN, SHIFT, CONTROL, ALT))
            self.hand.drag(start, self.spot(), modifiers=modifiers)

    def move_with_keys(self) -> None:
        way = self.thrown.choice(("left", "right", "up", "down"))
        kind = self.thrown.choice(("edit.nudge", "edit.nudge_far", "edit.go", "edit.extend"))
        self.window.actions_by_name[f"{kind}.{way}"].trigger()

    def marquee(self) -> None:
        modifiers = self.thrown.choice((PLAIN, SHIFT, CONTROL))
        self.hand.drag(self.spot(), self.spot(), modifiers=modifiers)

    def click(self) -> None:
        node = self.node()
        at = self.grip(node) if node and self.thrown.random() < 0.7 else self.spot()
        self.hand.click(at, modifiers=self.thrown.choice((PLAIN, PLAIN, SHIFT, CONTROL)))

    def double_click(self) -> None:
        at = self.spot()
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)

    def cut(self) -> None:
        if at := self.wire_middle():
            self.hand.click(at, modifiers=ALT)

    def knife(self) -> None:
        modifiers = CONTROL | self.thrown.choice((PLAIN, SHIFT, SHIFT, ALT))
        self.canvas.fit()
        self.hand.drag(self.spot(), self.spot(), RIGHT, modifiers)

    def disable(self) -> None:
        """A wire is clicked, and turned over by the key."""
        if at := self.wire_middle():
            self.hand.click(at)
            QTest.keyClick(self.canvas, Qt.Key.Key_M, SHIFT)

    def wire_middle(self) -> QPoint | None:
        shapes = list(self.canvas.graph_scene.wires.shapes.values())
        if not shapes:
            return None
        self.canvas.fit()
        return self.canvas.mapFromScene(self.thrown.choice(shapes).path.pointAtPercent(0.5))

    def bend(self) -> None:
        """A wire's middle is dragged, or struck twice."""
        if at := self.wire_middle():
            if self.thrown.random() < 0.6:
                self.hand.drag(at, at + QPoint(0, self.thrown.randrange(-80, 80)))
            else:
                QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)

    def frame(self) -> None:
        """Around what is selected, or drawn with the mouse where nothing is."""
        if self.thrown.random() < 0.3:
            self.workspace.select(())
        QTest.keyClick(self.canvas, Qt.Key.Key_C)
        if self.canvas.gesture is not None:
            self.hand.drag(self.spot(), self.spot())
        self.type_there("Part")

    def pull_a_frame(self) -> None:
        frames = list(self.workspace.drawing.frames.values())
        if frames:
            self.canvas.fit()
            box = self.thrown.choice(frames).box
            at = self.canvas.mapFromScene(QPointF(box.x + 20, box.y + 10))
            self.hand.drag(at, at + QPoint(*(self.thrown.randrange(-90, 90) for _ in "xy")))

    def link(self) -> None:
        """Link mode: letters of any two ports."""
        if node := self.node():
            self.canvas.zoom_reset()
            self.canvas.show_node(node)
            QTest.keyClick(self.canvas, Qt.Key.Key_Semicolon)
            for _ in range(2):
                if isinstance(mode := self.canvas.gesture, LinkMode) and mode.ports:
                    QTest.keyClicks(self.canvas, self.thrown.choice(list(mode.ports)))

    def replace(self) -> None:
        """A layer is dropped on a node."""
        if node := self.node():
            self.canvas.show_node(node)
            at = self.canvas.node_rect(node).center()
            self.hand.drop(self.hand.carry(self.thrown.choice(LAYERS), at), at)

    def type_there(self, words: str) -> None:
        if (field := QApplication.focusWidget()) is not None and field is not self.canvas:
            QTest.keyClicks(field, words)
            QTest.keyClick(field, Qt.Key.Key_Return)

    def scrub(self) -> None:
        if node := self.node():
            self.canvas.zoom_reset()
            self.canvas.show_node(node)
            item = self.canvas.graph_scene.nodes[node]
            chips = item.measures.chips
            if chips:
                middle = item.mapToScene(self.thrown.choice(chips).box.center())
                at = self.canvas.mapFromScene(middle)
                self.hand.drag(at, at + QPoint(self.thrown.randrange(-60, 60), 0))

    def rename(self) -> None:
        if node := self.node():
            self.workspace.select({node})
            self.canvas.show_node(node)
            if self.canvas.rename_selected():
                self.type_there(f"name{self.thrown.randrange(1000)}")

    def delete(self) -> None:
        if node := self.node():
            self.workspace.select({node})
            key = self.thrown.choice((Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
            QTest.keyClick(self.canvas, key)

    def command(self) -> None:
        names = [
            name
            for name, action in self.window.actions_by_name.items()
            if name.startswith(("edit.", "arrange.", "select."))
            and not name.startswith(ASKING)
            and action.isEnabled()
        ]
        self.canvas.setFocus()
        name = self.thrown.choice(names)
        self.done[-1] = name
        self.window.actions_by_name[name].trigger()

    def step(self) -> None:
        name = self.thrown.choice(("edit.undo", "edit.redo"))
        for _ in range(self.thrown.randrange(1, 5)):
            self.window.actions_by_name[name].trigger()

    def give_up(self) -> None:
        """A gesture that is cancelled in its middle leaves no trace."""
        document = self.workspace.document
        before, at = document.settled, document.at
        node = self.node()
        start = self.grip(node) if node and self.thrown.random() < 0.6 else self.spot()
        self.hand.hold(start, self.spot())
        if self.thrown.random() < 0.5:
            QTest.keyClick(self.canvas, Qt.Key.Key_Escape)
        else:
            self.hand.interrupt(start)
        self.hand.release(start)
        assert (document.settled, document.at) == (before, at)
        assert document.drawing is before

    def look_around(self) -> None:
        self.hand.wheel(self.spot(), self.thrown.choice((-240, -120, 120, 240)))
        self.hand.drag(self.spot(), self.spot(), button=RIGHT)


def let_go() -> None:
    """Has done what waits, and deleted what is to be deleted, as a running window has."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def told(drawing: Drawing) -> str:
    """The whole drawing in few letters."""
    return hashlib.sha256(text_of(drawing).encode()).hexdigest()


def main(seed: int, count: int) -> None:
    """Throws that many; tells each gesture with what was drawn then, and the whole at the end."""
    QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        kept = QSettings(os.path.join(folder, "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(kept)
        settings.set("language", "en")
        window = MainWindow(settings)
        window.resize(1280, 800)
        window.show()
        die = Die(window, seed)
        for _ in range(count):
            die.throw()
            drawing, chosen = die.workspace.drawing, sorted(die.workspace.selection)
            print(die.done[-1], told(drawing), chosen, die.canvas.view)
        print(text_of(die.workspace.drawing))
        die.workspace.document.saved(die.workspace.document.settled)  # closing asks nothing
        window.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
