"""A node that was placed is marked by a short pulse; nothing moves where motion is reduced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProxyStyle, QStyle

from tests.ui.canvas.probe import PaintProbe

FREE = QPoint(700, 560)


@pytest.fixture
def moving(canvas):
    """The canvas, with motion wanted."""
    canvas.motion.show("full")
    return canvas


def test_a_placed_node_pulses_for_a_moment_and_nothing_stays(moving, hand, qtbot):
    count = len(moving.graph_scene.items())
    hand.drop(hand.carry("Linear", FREE), FREE)
    assert moving.motion.pulses
    assert len(moving.graph_scene.items()) == count + 2  # the node, and the ring around it
    qtbot.waitUntil(lambda: not moving.motion.pulses, timeout=2_000)
    assert len(moving.graph_scene.items()) == count + 1


def test_nothing_moves_by_itself_for_longer_than_150_ms(moving):
    clocks = moving.findChildren(QVariantAnimation)
    assert clocks
    assert max(clock.duration() for clock in clocks) <= 150


def test_a_node_from_the_search_pulses_too(moving):
    moving.adding.at(FREE)
    QTest.keyClicks(moving.adding.popup.field, "bn")
    QTest.keyClick(moving.adding.popup.field, Qt.Key.Key_Return)
    assert moving.motion.pulses
    moving.motion.stop()


def test_the_next_change_ends_it(moving, hand):
    hand.drop(hand.carry("Linear", FREE), FREE)
    moving.workspace.go_to(0)
    assert not moving.motion.pulses


def test_the_pointer_does_not_meet_it(moving, hand):
    hand.drop(hand.carry("Linear", FREE), FREE)
    [new] = moving.workspace.selection
    item = moving.graph_scene.nodes[new]
    assert moving.graph_scene.node_at(item.body.center()) is item
    moving.motion.stop()


def test_reduced_motion_shows_none(canvas, hand):
    canvas.motion.show("reduced")
    hand.drop(hand.carry("Linear", FREE), FREE)
    assert not canvas.motion.pulses


class Still(QProxyStyle):
    """A style that animates nothing, as a desktop with reduced motion gives."""

    def styleHint(self, hint, option=None, widget=None, data=None):
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


def test_the_system_s_reduced_motion_is_followed(canvas, hand):
    style = Still()
    canvas.setStyle(style)
    canvas.motion.show("system")
    assert canvas.motion.reduced
    canvas.motion.show("full")
    assert not canvas.motion.reduced
    canvas.setStyle(None)


def test_no_node_but_those_near_it_is_painted_for_it(moving, hand, monkeypatch):
    hand.drop(hand.carry("Linear", FREE), FREE)
    probe = PaintProbe(monkeypatch)
    probe.frame(moving, lambda: moving.motion._grow(0.5))
    assert len(probe.painted) <= 1
    moving.motion.stop()


def test_the_choice_is_in_the_menu_and_remembered(editor):
    menu = editor.actions_by_name
    assert menu["view.motion.system"].isChecked()
    menu["view.motion.reduced"].trigger()
    assert editor.settings.get("motion") == "reduced"
    assert editor.canvas.motion.reduced
    assert menu["view.motion.reduced"].isChecked()
    assert not menu["view.motion.system"].isChecked()
