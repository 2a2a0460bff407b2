"""A pass through a live module, looked at line by line."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
import torch

from nodegraph.analysis import check
from nodegraph.codegen.module import Source, write
from nodegraph.engine.lines import by_line
from nodegraph.engine.load import load
from tests.networks import r0


@pytest.fixture
def source() -> Source:
    graph = r0()
    return write(graph, check(graph), "Network")


def test_each_line_is_told_once_it_is_done_and_then_the_answer(source: Source) -> None:
    module, images = load(source), torch.zeros(2, 1, 28, 28)
    told: list[tuple[int, object]] = []

    def after(line: int, frame: FrameType, answer: object) -> None:
        told.append((line, answer))

    by_line(module, source, (images,), after)
    lines = [line for line, _ in told if line in source.lines]
    text = source.text.splitlines()
    first = next(n for n, line in enumerate(text, 1) if "def forward" in line) + 1
    assert lines == sorted(line for line in source.lines if line >= first)
    assert torch.equal(told[-1][1], module(images))
    assert all(answer is None for _, answer in told[:-1])


def test_no_gradients_are_kept_and_the_mode_stays(source: Source) -> None:
    module = load(source)
    answers: list[object] = []
    by_line(module, source, (torch.zeros(2, 1, 28, 28),), lambda *told: answers.append(told[2]))
    assert not answers[-1].requires_grad
    assert module.training


def test_whatever_was_traced_before_is_traced_again_after_an_error(source: Source) -> None:
    before = sys.gettrace()
    with pytest.raises(RuntimeError):
        by_line(load(source), source, (torch.zeros(2, 3, 28, 28),), lambda *_told: None)
    assert sys.gettrace() is before
