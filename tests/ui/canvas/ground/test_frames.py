"""Frames and notes under real events: a ghost before, one step after, Esc leaves no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nodegraph.document import Box, Point, dots, frames, nesting
from nodegraph.document import beside as beside_edits
from nodegraph.document.beside import Beside
from nodegraph.ui.canvas.ground.frame_item import FrameItem, FrameTitles
from nodegraph.ui.canvas.picture import render
from tests.networks import r0
from tests.ui.canvas.pointer import CONTROL, RIGHT, SHIFT
from tests.ui.conftest import drawn

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def scene_to_screen(canvas, x, y):
    return canvas.mapFromScene(x, y)


def title(canvas, key):
    """The middle of a frame's title, on the screen."""
    return canvas.mapFromScene(canvas.graph_scene.ground.frames[key].words.center())


def edge(canvas, key, side):
    area = canvas.graph_scene.ground.frames[key].area
    x = {"l": area.left(), "r": area.right()}.get(side, area.center().x())
    y = {"t": area.top(), "b": area.bottom()}.get(side, area.center().y() + 20)
    return canvas.mapFromScene(x, y)


def state(canvas):
    document = canvas.workspace.document
    return document.settled, document.at, document.dirty, len(canvas.graph_scene.items())


@pytest.fixture
def framed(canvas):
    """The canvas with a frame "Encoder" around conv1 and relu1; its key."""
    canvas.workspace.select({"conv1", "relu1"})
    canvas.frames.frame()
    QTest.keyClicks(canvas.frames.words.widget, "Encoder")
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return)
    canvas.workspace.select(())
    (key,) = canvas.workspace.drawing.frames
    return key


@pytest.fixture
def noted(canvas):
    """The canvas with a note below the nodes; its key."""
    drawing, key = beside_edits.add_note(
        canvas.workspace.drawing, "# Why\nSee [paper](http://example.com)", Box(0, 296, 200, 104)
    )
    canvas.workspace.do("Wrote a note", drawing)
    return key


# Made


def test_a_frame_around_the_selection_is_named_at_once_and_is_one_step(canvas, framed, steps):
    frame = canvas.workspace.drawing.frames[framed]
    assert (frame.title, frame.nodes) == ("Encoder", {"conv1", "relu1"})
    assert steps() == ["Framed 2 nodes as Encoder"]
    canvas.workspace.document.undo()
    assert not canvas.workspace.drawing.frames
    assert not canvas.graph_scene.ground.frames


def test_escape_while_naming_takes_the_new_frame_back(canvas):
    canvas.workspace.select({"conv1", "relu1"})
    before = state(canvas)
    canvas.frames.frame()
    assert canvas.workspace.drawing.frames
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Escape)
    assert state(canvas) == before
    assert canvas.frames.words.widget is None


def test_with_nothing_selected_the_next_drag_draws_a_frame(canvas, hand, steps):
    canvas.frames.frame()
    start, end = scene_to_screen(canvas, 380, 160), scene_to_screen(canvas, 580, 280)
    hand.hold(start, end)
    (key,) = canvas.workspace.drawing.frames
    assert canvas.graph_scene.ground.frames[key].frame.nodes == {"pool1"}
    assert steps() == []
    hand.release(end)
    QTest.keyClicks(canvas.frames.words.widget, "Pooling")
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return)
    assert steps() == ["Framed pool1 as Pooling"]
    hand.drag(scene_to_screen(canvas, -60, -60), scene_to_screen(canvas, -20, -40))
    assert len(canvas.workspace.drawing.frames) == 1


@pytest.mark.parametrize("way", ["escape", "right"])
def test_a_frame_being_drawn_can_be_cancelled(canvas, hand, way):
    before = state(canvas)
    canvas.frames.frame()
    start, end = scene_to_screen(canvas, 380, 160), scene_to_screen(canvas, 580, 280)
    hand.hold(start, end)
    hand.key(KEY.Key_Escape) if way == "escape" else hand.interrupt(end)
    hand.release(end)
    assert state(canvas) == before


def test_escape_before_the_drag_draws_no_frame(canvas, hand):
    canvas.frames.frame()
    hand.key(KEY.Key_Escape)
    hand.drag(scene_to_screen(canvas, 380, 160), scene_to_screen(canvas, 580, 280))
    assert not canvas.workspace.drawing.frames


# Moved and resized


def test_a_frame_is_moved_by_its_title_with_its_nodes_in_one_step(canvas, hand, framed, steps):
    before = canvas.workspace.drawing
    at = title(canvas, framed)
    hand.hold(at, at + QPoint(0, 400))
    assert canvas.workspace.drawing.places["conv1"] == (200, 400)
    hand.release(at + QPoint(0, 400))
    after = canvas.workspace.drawing
    assert canvas.workspace.beside == Beside(frozenset({framed}))
    assert steps()[1:] == ["Moved frame Encoder"]
    assert [after.places[i].y for i in ("conv1", "relu1", "image")] == [400, 400, 0]
    assert after.frames[framed].box.y == before.frames[framed].box.y + 400
    assert after.frames[framed].nodes == {"conv1", "relu1"}


@pytest.mark.parametrize("way", ["escape", "right"])
@pytest.mark.parametrize("part", ["title", "edge"])
def test_moving_and_resizing_can_be_cancelled(canvas, hand, framed, way, part):
    at = title(canvas, framed) if part == "title" else edge(canvas, framed, "r")
    before = state(canvas)
    hand.hold(at, at + QPoint(80, 80))
    assert canvas.workspace.drawing is not before[0]
    hand.key(KEY.Key_Escape) if way == "escape" else hand.interrupt(at)
    hand.release(at)
    assert state(canvas) == before
    assert not canvas.workspace.beside


def test_pulling_an_edge_resizes_and_takes_nodes_in(canvas, hand, framed, steps):
    at = edge(canvas, framed, "b")
    hand.drag(at, at + QPoint(0, 200))
    frame = canvas.workspace.drawing.frames[framed]
    assert frame.nodes >= {"conv1", "relu1", "pool1", "conv3d"}
    assert steps()[1:] == ["Resized frame Encoder"]


def test_a_click_on_a_title_selects_and_on_the_body_does_not(canvas, hand, framed):
    hand.click(title(canvas, framed))
    assert canvas.workspace.beside.frames == {framed}
    area = canvas.graph_scene.ground.frames[framed].area
    hand.click(canvas.mapFromScene(area.center().x(), area.bottom() - 12))
    assert not canvas.workspace.beside


def test_shift_adds_a_frame_to_the_selection_and_the_whole_moves_together(
    canvas, hand, framed, noted, steps
):
    canvas.workspace.select({"add"})
    hand.click(title(canvas, framed), modifiers=SHIFT)
    note = canvas.mapFromScene(canvas.graph_scene.ground.notes[noted].area.center())
    hand.click(note, modifiers=CONTROL)
    assert canvas.workspace.selection == {"add"}
    at = canvas.node_rect("add").center()
    hand.drag(at, at + QPoint(0, 80), modifiers=CONTROL)
    at = title(canvas, framed)
    canvas.workspace.select({"add"}, Beside(frozenset({framed}), frozenset({noted})))
    hand.drag(at, at + QPoint(0, 160))
    places = canvas.workspace.drawing.places
    assert [places[i].y for i in ("conv1", "add", "image")] == [160, 360, 0]
    assert canvas.workspace.drawing.notes[noted].box.y == 456
    assert steps()[-1] == "Moved add, frame Encoder and a note"


def test_dots_of_wires_in_a_frame_move_with_it(canvas, hand, framed):
    wire = next(w for w in canvas.workspace.drawing.graph.wires if w.target.node == "relu1")
    drawing = dots.through(canvas.workspace.drawing, wire, [Point(380, 40)])
    canvas.workspace.do("Added a dot", drawing)
    at = title(canvas, framed)
    hand.drag(at, at + QPoint(0, 240))
    (dot,) = canvas.workspace.drawing.dots.values()
    assert dot.at == (380, 280)


# Joined and left


def test_a_node_dropped_in_a_frame_belongs_to_it_and_alt_prevents_that(canvas, hand, framed, steps):
    start = canvas.node_rect("pool1").center() + QPoint(0, 12)
    end = start - QPoint(0, 130)
    hand.hold(start, end)
    assert canvas.graph_scene.ground.frames[framed].wanted
    hand.move(end, ALT)
    assert not canvas.graph_scene.ground.frames[framed].wanted
    hand.move(end)
    hand.release(end)
    assert canvas.workspace.drawing.frames[framed].nodes == {"conv1", "relu1", "pool1"}
    assert steps()[1:] == ["Moved pool1"]
    room = nesting.room_of(canvas.workspace.drawing.places["pool1"], canvas.frames.sizes["pool1"])
    assert nesting.lies_in(room, canvas.workspace.drawing.frames[framed].box)


def test_with_alt_a_node_joins_no_frame_of_nested_ones_and_leaves_none_it_stays_in(
    canvas, hand, framed, steps
):
    canvas.workspace.select({"conv1", "relu1", "image"})
    canvas.frames.frame()
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Return)
    outer = next(key for key in canvas.workspace.drawing.frames if key != framed)

    def nodes() -> tuple[set[str], set[str]]:
        frames = canvas.workspace.drawing.frames
        return set(frames[framed].nodes), set(frames[outer].nodes)

    def drag(node: str, x: int, y: int) -> None:
        start = canvas.node_rect(node).center() + QPoint(0, 14)
        hand.hold(start, start + QPoint(8, 8))
        hand.move(start + QPoint(x, y), ALT)
        assert not any(item.wanted for item in canvas.graph_scene.ground.frames.values())
        hand.release(start + QPoint(x, y), ALT)

    drag("image", 150, 20)  # over the inner one
    assert nodes() == ({"conv1", "relu1"}, {"image"})
    drag("pool1", -20, -130)  # over the inner one, from outside
    assert nodes() == ({"conv1", "relu1"}, {"image"})
    drag("relu1", -450, 40)  # out of the inner one, over the outer one
    assert nodes() == ({"conv1"}, {"image", "relu1"})
    assert steps()[2:] == ["Moved image", "Moved pool1", "Moved relu1"]
    canvas.workspace.document.undo()
    assert nodes() == ({"conv1", "relu1"}, {"image"})


def test_a_copy_dragged_onto_a_frame_belongs_to_it_and_that_is_seen_before(canvas, hand, framed):
    start = canvas.node_rect("pool1").center() + QPoint(0, 14)
    hand.hold(start, start - QPoint(0, 130), modifiers=ALT)
    assert canvas.graph_scene.ground.frames[framed].wanted
    seen = canvas.workspace.drawing.frames[framed].nodes
    hand.release(start - QPoint(0, 130), ALT)
    (copy,) = canvas.workspace.selection
    assert canvas.workspace.drawing.frames[framed].nodes == seen == {"conv1", "relu1", copy}


def test_a_node_dragged_out_leaves_its_frame(canvas, hand, framed):
    start = canvas.node_rect("conv1").center() + QPoint(0, 14)
    hand.drag(start, start + QPoint(0, 400))
    assert canvas.workspace.drawing.frames[framed].nodes == {"relu1"}


def test_a_new_node_on_a_frame_belongs_to_it(canvas, framed):
    area = canvas.graph_scene.ground.frames[framed].area
    node = canvas.add_layer("Dropout", canvas.mapFromScene(area.center()))
    assert node in canvas.workspace.drawing.frames[framed].nodes


def test_whatever_moves_a_node_its_frame_stays_around_it(canvas, framed):
    canvas.workspace.select({"conv1"})
    for _ in range(3):
        canvas.nudge.far("up")
    frame = canvas.workspace.drawing.frames[framed]
    assert frame.nodes == {"conv1", "relu1"}
    place = canvas.workspace.drawing.places["conv1"]
    assert nesting.lies_in(nesting.room_of(place, canvas.frames.sizes["conv1"]), frame.box)


# Folded


def test_a_double_click_on_the_title_folds_the_frame_to_a_pill(canvas, hand, framed, steps):
    at = title(canvas, framed)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    nodes = canvas.graph_scene.nodes
    assert not nodes["conv1"].isVisible()
    assert canvas.graph_scene.node_at(nodes["conv1"].pos() + QPoint(20, 20)) is None
    pill = canvas.graph_scene.ground.frames[framed].area
    slot = canvas.graph_scene.slot_of(canvas.workspace.drawing.graph.wires[0])
    assert canvas.graph_scene.wires.shapes[slot].path.currentPosition().x() == pill.left()
    assert steps()[1:] == ["Folded frame Encoder"]
    QTest.mouseDClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(pill.center())
    )
    assert nodes["conv1"].isVisible()
    assert canvas.graph_scene.node_at(nodes["conv1"].body.center()) is nodes["conv1"]
    assert steps()[1:] == ["Folded frame Encoder", "Opened frame Encoder"]


def test_a_pill_moves_with_what_it_hides(canvas, hand, framed):
    canvas.workspace.select((), Beside(frozenset({framed})))
    canvas.frames.fold()
    pill = canvas.graph_scene.ground.frames[framed].area.center()
    at = canvas.mapFromScene(pill)
    hand.drag(at, at + QPoint(0, 320))
    assert canvas.workspace.drawing.places["conv1"] == Point(200, 320)
    assert not canvas.graph_scene.nodes["conv1"].isVisible()


# Selected and deleted


def test_the_marquee_takes_frames_only_when_fully_inside(canvas, hand, framed):
    area = canvas.graph_scene.ground.frames[framed].area
    corner = canvas.mapFromScene(area.topLeft()) - QPoint(20, 20)
    hand.hold(corner, canvas.mapFromScene(area.center().x(), area.bottom() + 20))
    assert not canvas.workspace.beside
    hand.move(canvas.mapFromScene(area.bottomRight()) + QPoint(20, 20))
    assert canvas.workspace.beside.frames == {framed}
    hand.key(KEY.Key_Escape)
    assert not canvas.workspace.beside
    hand.release(corner)


def test_delete_takes_the_frame_and_leaves_its_content(canvas, framed, steps):
    canvas.workspace.select((), Beside(frozenset({framed})))
    canvas.delete_selection()
    assert not canvas.workspace.drawing.frames
    assert len(canvas.workspace.drawing.graph.nodes) == 6
    assert steps()[1:] == ["Deleted frame Encoder"]


def test_deleting_it_whole_takes_its_nodes_too(canvas, framed, steps):
    canvas.workspace.select((), Beside(frozenset({framed})))
    canvas.frames.delete_whole()
    assert "conv1" not in canvas.workspace.drawing.graph.nodes
    assert steps()[1:] == ["Deleted frame Encoder with 2 nodes"]


def test_everything_is_selected_with_frames_and_notes(canvas, framed, noted):
    canvas.select_all()
    assert canvas.workspace.beside == Beside(frozenset({framed}), frozenset({noted}))
    canvas.delete_selection()
    drawing = canvas.workspace.drawing
    assert not drawing.frames
    assert not drawing.notes
    assert not drawing.graph.nodes


def test_a_selected_frame_is_renamed_in_its_place(canvas, framed, steps):
    canvas.workspace.select((), Beside(frozenset({framed})))
    assert canvas.rename_selected()
    line = canvas.frames.words.widget
    assert line.text() == "Encoder"
    QTest.keyClicks(line, "Stem")
    QTest.keyClick(line, KEY.Key_Return)
    assert canvas.workspace.drawing.frames[framed].title == "Stem"
    assert steps()[1:] == ["Renamed Encoder to Stem"]


def test_a_frame_takes_the_colour_of_a_group(canvas, framed, steps):
    canvas.workspace.select((), Beside(frozenset({framed})))
    canvas.frames.colour("Linear")
    assert canvas.graph_scene.ground.frames[framed].colour == canvas.look.theme.group("Linear")
    assert steps()[1:] == ["Coloured frame Encoder"]


def test_the_frame_around_the_selection_is_found_and_what_lies_in_it(canvas, framed):
    canvas.workspace.select({"conv1"})
    canvas.frames.select_around()
    assert canvas.workspace.beside.frames == {framed}
    canvas.frames.select_content()
    assert canvas.workspace.selection == {"conv1", "relu1"}


# Notes


def test_a_note_is_written_at_the_pointer_in_one_step(canvas, hand, steps):
    hand.move(scene_to_screen(canvas, 104, 304))
    canvas.frames.note()
    sheet = canvas.frames.words.widget
    QTest.keyClicks(sheet, "one")
    QTest.keyClick(sheet, KEY.Key_Return)
    QTest.keyClicks(sheet, "two")
    QTest.keyClick(sheet, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = canvas.workspace.drawing.notes.values()
    assert note.text == "one\ntwo"
    assert note.box[:2] == (104, 304)
    assert steps() == ["Wrote a note"]


def test_an_empty_note_and_a_cancelled_one_leave_no_trace(canvas):
    before = state(canvas)
    canvas.frames.note()
    QTest.keyClick(canvas.frames.words.widget, KEY.Key_Escape)
    assert state(canvas) == before
    canvas.frames.note()
    canvas.frames.words.leave()
    assert state(canvas) == before


def test_a_note_moves_resizes_and_is_opened_by_a_double_click(canvas, hand, noted, steps):
    item = canvas.graph_scene.ground.notes[noted]
    at = canvas.mapFromScene(item.area.center())
    hand.drag(at, at + QPoint(80, 16))
    assert canvas.workspace.drawing.notes[noted].box == Box(80, 312, 200, 104)
    corner = canvas.mapFromScene(item.area.bottomRight()) - QPoint(2, 2)
    hand.drag(corner, corner + QPoint(40, 40))
    assert canvas.workspace.drawing.notes[noted].box == Box(80, 312, 240, 144)
    assert steps()[1:] == ["Moved a note", "Resized a note"]
    at = canvas.mapFromScene(item.area.center())
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert canvas.frames.words.widget.toPlainText().startswith("# Why")
    canvas.frames.words.cancel()


def test_a_note_fetches_nothing_and_opens_no_link(canvas, tmp_path, monkeypatch):
    picture = tmp_path / "red.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(picture))
    opened = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    text = f"![]({picture.as_uri()}) ![](http://example.com/x.png) [a](http://example.com)"
    drawing, key = beside_edits.add_note(canvas.workspace.drawing, text, Box(0, 296, 200, 104))
    canvas.workspace.do("Wrote a note", drawing)
    item = canvas.graph_scene.ground.notes[key]
    shown = canvas.grab(canvas.mapFromScene(item.area).boundingRect()).toImage()
    red = [
        (x, y) for x in range(0, shown.width(), 2) for y in range(0, shown.height(), 2)
        if shown.pixelColor(x, y).red() > 200 and shown.pixelColor(x, y).green() < 60
    ]  # fmt: skip
    assert not red
    QTest.mouseClick(
        canvas.viewport(),
        Qt.MouseButton.LeftButton,
        pos=canvas.mapFromScene(item.area.topLeft()) + QPoint(20, 16),
    )
    assert not opened


# Pins


def test_p_pins_and_drags_pass_pinned_nodes_over(canvas, hand, steps):
    canvas.workspace.select({"conv1", "relu1"})
    canvas.workspace.select({"conv1"})
    canvas.frames.pin()
    assert canvas.graph_scene.nodes["conv1"].pinned
    canvas.workspace.select({"conv1", "relu1"})
    at = canvas.node_rect("relu1").center()
    hand.drag(at, at + QPoint(0, 80), modifiers=CONTROL)
    canvas.workspace.select({"conv1"})
    canvas.frames.pin()
    assert not canvas.graph_scene.nodes["conv1"].pinned
    assert steps()[0] == "Pinned conv1"
    assert steps()[-1] == "Unpinned conv1"
    assert canvas.workspace.drawing.places["conv1"] == Point(200, 0)


# Menus


def test_a_frame_and_a_note_have_menus_of_their_own(window, monkeypatch):
    drawing, key = frames.frame_around(drawn(r0()), ["conv1"], "Encoder", {})
    drawing, note = beside_edits.add_note(drawing, "x", Box(0, 300, 200, 100))
    window.workspace.open(drawing)
    window.show_editor()
    canvas = window.canvas
    canvas.zoom_reset()
    QTest.mouseClick(canvas.viewport(), RIGHT, pos=title(canvas, key))
    names = [action.objectName() for action in canvas.menus.menu.actions()]
    assert "edit.frame.fold" in names
    assert "edit.frame.delete_whole" in names
    assert canvas.workspace.beside.frames == {key}
    canvas.menus.menu.hide()
    QApplication.processEvents()
    at = canvas.mapFromScene(canvas.graph_scene.ground.notes[note].area.center())
    QTest.mouseClick(canvas.viewport(), RIGHT, pos=at)
    names = [action.objectName() for action in canvas.menus.menu.actions()]
    assert "edit.delete" in names
    assert "edit.frame.fold" not in names
    canvas.menus.menu.hide()


# Painting


def test_painting_a_frame_and_the_titles_from_afar_is_few_calls(canvas, monkeypatch):
    calls = []
    for kind in (FrameItem, FrameTitles):
        original = kind.paint

        def counted(item, painter, *args, original=original):
            calls.append(type(item).__name__)
            return original(item, painter, *args)

        monkeypatch.setattr(kind, "paint", counted)
    drawing, _ = frames.frame_around(canvas.workspace.drawing, ["conv1"], "Encoder", {})
    canvas.workspace.do("Framed conv1 as Encoder", drawing)
    QApplication.processEvents()
    for zoom, expected in ((1.0, ["FrameItem"]), (0.2, ["FrameItem", "FrameTitles"])):
        canvas.zoom_at(canvas._middle(), zoom / canvas.zoom)
        QApplication.processEvents()
        calls.clear()
        canvas.viewport().update()
        QApplication.processEvents()
        assert calls == expected


def test_titles_are_as_large_at_every_zoom_and_answer_there(canvas, hand, framed):
    for zoom in (0.4, 0.1):
        canvas.zoom_at(canvas._middle(), zoom / canvas.zoom)
        item = canvas.graph_scene.ground.frames[framed]
        plate = canvas.mapFromScene(item.plate(canvas.zoom)).boundingRect()
        assert abs(plate.height() - 20) <= 2
        canvas.workspace.select(())
        hand.click(plate.center())
        assert canvas.workspace.beside.frames == {framed}


def test_the_picture_of_a_drawing_shows_frames_and_notes(canvas, framed, noted):
    workspace = canvas.workspace
    svg = render(workspace.drawing, workspace.report, "svg", canvas.look.theme).decode()
    assert "Encoder" in svg
    assert "Why" in svg


def test_the_content_reaches_as_far_as_frames_and_notes(canvas, framed, noted):
    content = canvas.graph_scene.content()
    assert content.contains(canvas.graph_scene.ground.frames[framed].area)
    assert content.contains(canvas.graph_scene.ground.notes[noted].area)
    assert canvas.graph_scene.sceneRect().contains(content)
