"""Turns presses, moves and releases into one gesture at a time.

Which one a press begins says `press`; from then on everything goes to it, until the release ends
it or Esc or the right button cancels it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent

from nodegraph.document import Drawing
from nodegraph.ui.canvas.gestures import Gesture, KnifeGesture, MenuGesture, PanGesture
from nodegraph.ui.canvas.press import Press
from nodegraph.ui.canvas.selected import Selected
from nodegraph.ui.canvas.touch import Touch, by_finger
from nodegraph.ui.strokes import BACK, FORWARD, KNIFE, MENU, NOTHING, PAN, PAN_FREE
from nodegraph.ui.ways import Meant

if TYPE_CHECKING:
    from nodegraph.ui.canvas.view import Canvas

LEFT = Qt.MouseButton.LeftButton
EDGE = 24  # px of the screen at each side where a drag moves the camera
FASTEST = 15  # px a frame
FRAME = 16  # ms
FINGER = 44  # px of the screen that two taps of a double one may be apart


class Pointer(QObject):
    """The mouse over a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.gesture: Gesture | None = None
        self._selected: Selected | None = None  # before the last press
        self._waits: Gesture | None = None  # held by no button, while the camera is moved
        self._started: Drawing | None = None  # what such a one started from
        self.pans = False  # Space is held: the left button pans
        self.cuts = False  # Y is held, or the next drag is to cut: the left button does
        self._tapped = False  # Space went down, and the pointer has not moved since
        self._touch = Touch(canvas, self)
        self._at = self._pressed = QPoint()
        self._meant = Meant()
        self._modifiers = Qt.KeyboardModifier.NoModifier  # as the stroke reads them
        self._edge_timer = QTimer(self)  # runs only while a drag is near an edge
        self._edge_timer.setInterval(FRAME)
        self._edge_timer.timeout.connect(self._pan_at_edge)
        canvas.moved.connect(self._camera_moved)
        canvas.workspace.changed.connect(self._drawing_changed)

    def press(self, event: QMouseEvent, awake: bool = True) -> None:
        """Begins a gesture; while one is under way, the right button cancels it.

        `awake` says whether the keys went to the canvas already.
        """
        self._note(event)
        self._pressed = self._at
        if self.gesture is not None:
            if event.button() == Qt.MouseButton.RightButton:
                self.cancel()
            elif not self.gesture.held and self._pans_with(event):
                self._waits = self.gesture
                self.gesture = PanGesture(self._canvas, self._at)
                self.gesture.button = event.button()
            elif not self.gesture.held and event.button() == LEFT:
                self.finish()
            return
        if event.button() == LEFT and self._canvas.advice.accept(self._canvas.mapToScene(self._at)):
            return
        self._selected = Selected.of(self._canvas, self._canvas.dots)
        self._canvas.advice.withdraw()
        self._canvas.hover.leave()
        self.gesture = self._begun(event, awake)
        if self.gesture is not None:
            self.gesture.button = event.button()
        if by_finger(event):
            self._touch.begin()

    def goes_elsewhere(self, event: QMouseEvent) -> bool:
        """Goes to the view before or after where the press means that; False for all others."""
        stroke = self._canvas.ways.meant(event.button(), event.modifiers()).stroke
        if stroke == BACK:
            self._canvas.visited.back()
        elif stroke == FORWARD:
            self._canvas.visited.forward()
        return stroke in (BACK, FORWARD)

    def double_press(self, event: QMouseEvent) -> bool:
        """Opens what is there, or adds what nothing is; False where it means no more than two."""
        self._note(event)
        if self.gesture is not None or event.button() != LEFT:
            return False
        if by_finger(event) and (self._at - self._pressed).manhattanLength() > FINGER:
            return False  # Qt takes two quick taps for one double tap however far apart they are
        return self._here().opens()

    def move(self, event: QMouseEvent) -> None:
        """Goes on with the gesture, or looks what is under the pointer."""
        before, self._tapped = self._at, False
        self._note(event)
        if self.gesture is None:
            self._canvas.hover.follow(self._at)
            return
        if self.pans and self.gesture.taps:
            way = before - self._at
            self._canvas.scroll_by(way.x(), way.y())
        self._drag()
        if self.gesture.pans_at_edges and self.gesture.dragging and self._past_edge():
            self._edge_timer.start()

    def release(self, event: QMouseEvent) -> None:
        """Ends the gesture."""
        self._note(event)
        self._touch.end()
        gesture = self.gesture
        if gesture is not None and gesture.held and event.button() == gesture.button:
            self.finish()

    def hold_space(self) -> None:
        """The left button pans from now on; a gesture that dots can be dropped in waits for it."""
        self.pans = self._tapped = True

    def let_go_of_space(self) -> None:
        """No more; a tap drops a dot."""
        if self._tapped and self.gesture is not None and self.gesture.taps:
            self.gesture.tap(self._at)
            self._drag()
        self.pans = self._tapped = False

    def begin(self, gesture: Gesture) -> None:
        """A command begins a gesture that no button holds."""
        gesture.held, self._at, self._meant = False, gesture.pressed, Meant()
        self._selected = Selected.of(self._canvas, self._canvas.dots)
        self._started = self._canvas.workspace.document.settled
        self._canvas.advice.withdraw()
        self._canvas.hover.leave()
        self.gesture = gesture

    def key(self, event: QKeyEvent) -> bool:
        """A key for the gesture under way; False where it means nothing to it."""
        if self.gesture is None:
            return False
        if not self.gesture.held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif self.gesture.key(event):
            self._modifiers = self._meant.read(event.modifiers())
            if self.gesture is not None:
                self._drag()
        else:
            return False
        return True

    def finish(self) -> None:
        """Ends the gesture where the pointer is."""
        gesture = self.gesture
        if gesture is None:
            return
        self._edge_timer.stop()
        gesture.move(self._at, self._modifiers)
        self.gesture, self._waits = self._waits, None
        gesture.release(self._at, self._modifiers)
        if self.gesture is None:
            self._canvas.hover.follow(self._at)
        self._canvas.advice.show()

    def cancel(self) -> bool:
        """Cancels the gesture under way; False when there is none."""
        gesture, self.gesture, self._waits = self.gesture, self._waits, None
        self._edge_timer.stop()
        self._touch.end()
        if gesture is None:
            return False
        gesture.cancel()
        if self.gesture is None and self._selected is not None:
            self._selected.restore(self._canvas, self._canvas.dots)
        self._canvas.advice.show()
        return True

    def _camera_moved(self) -> None:
        """What the pointer leads without a button stays under it."""
        gesture, at = self.gesture, self._canvas.pointer_at
        if gesture is not None and not gesture.held and at is not None:
            gesture.move(at, self._modifiers)

    def _drawing_changed(self) -> None:
        """Someone else did a step: what was led without a button started from another drawing."""
        led = [g for g in (self.gesture, self._waits) if g and not (g.held or g.goes_on)]
        if led and self._canvas.workspace.document.settled is not self._started:
            while self.cancel():
                pass

    def _note(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        self._modifiers = self._meant.read(event.modifiers())
        self._canvas.pointer_at = self._at

    def _here(self, finger: bool = False) -> Press:
        return Press(self._canvas, self._at, self._modifiers, finger)

    def _begun(self, event: QMouseEvent, awake: bool) -> Gesture | None:
        canvas, at, button = self._canvas, self._at, event.button()
        self._meant = Meant()
        if self.pans and button == LEFT:
            return PanGesture(canvas, at)
        if self.cuts and button == LEFT:
            self.cuts = canvas.held.cuts
            return KnifeGesture(canvas, at)
        held, place = event.modifiers(), self._here(by_finger(event)).place
        meant = canvas.ways.meant(button, held, place)
        self._meant, self._modifiers = meant, meant.read(held)
        opens = canvas.ways.clicked(button, held, place) == MENU
        if button == LEFT and canvas.frames.armed:
            return self._here().begins(awake)
        if meant.stroke in (PAN, PAN_FREE):
            return PanGesture(canvas, at, opens, clears=button == LEFT and place == NOTHING)
        if meant.stroke == KNIFE:
            return KnifeGesture(canvas, at, opens)
        if meant.stroke == MENU:
            return MenuGesture(canvas, at)
        if meant.stroke or by_finger(event):
            return self._here(by_finger(event)).begins(awake)
        canvas.workspace.select(())  # nothing is there, and no drag from there means anything
        return None

    def _pans_with(self, event: QMouseEvent) -> bool:
        meant = self._canvas.ways.meant(event.button(), event.modifiers())
        return meant.stroke == PAN or (self.pans and event.button() == LEFT)

    def _drag(self) -> None:
        assert self.gesture is not None
        was_dragging = self.gesture.dragging
        self.gesture.move(self._at, self._modifiers)
        if self.gesture.dragging and not was_dragging:
            self._touch.end()
            self._canvas.advice.show()  # which is to say, hide it

    def _past_edge(self) -> QPoint | None:
        room = self._canvas.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        x = min(0, self._at.x() - room.left()) + max(0, self._at.x() - room.right())
        y = min(0, self._at.y() - room.top()) + max(0, self._at.y() - room.bottom())
        return QPoint(x, y) if x or y else None

    def _pan_at_edge(self) -> None:
        way = self._past_edge()
        if way is None or self.gesture is None:
            self._edge_timer.stop()
            return
        # The farther past the edge, the faster.
        speed = [round(FASTEST * max(-1, min(1, part / EDGE))) for part in (way.x(), way.y())]
        self._canvas.scroll_by(*speed)
        self._drag()
