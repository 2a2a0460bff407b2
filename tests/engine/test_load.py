"""The module that trains is the text that is exported, and its errors find their node."""

from __future__ import annotations

import inspect
import traceback

import pytest
import torch

import nodegraph
from nodegraph.engine import culprit, load
from tests import networks


def test_the_live_module_is_the_written_text() -> None:
    source = nodegraph.write(networks.r0())
    module = load(source)
    # inspect reads through linecache: debuggers and tracebacks see the generated lines.
    assert inspect.getsource(type(module).forward) in source.text
    assert list(dict(module.named_children())) == list(source.attributes.values())


def test_equal_seeds_start_equal_weights() -> None:
    source = nodegraph.write(networks.r0())
    torch.manual_seed(3)
    first = load(source).state_dict()
    torch.manual_seed(3)
    second = load(source).state_dict()
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_an_error_in_forward_names_its_node() -> None:
    source = nodegraph.write(networks.r0())
    module = load(source)
    with pytest.raises(RuntimeError) as failed:
        module(torch.zeros(2, 1, 32, 32))  # fc1 was written for 28×28
    assert culprit(failed.value, source) == "fc1"
    assert "self.fc1" in "".join(traceback.format_tb(failed.value.__traceback__))


def test_an_error_from_elsewhere_names_no_node() -> None:
    source = nodegraph.write(networks.r0())
    with pytest.raises(ZeroDivisionError) as failed:
        _ = 1 / 0
    assert culprit(failed.value, source) is None
