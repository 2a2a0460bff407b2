from __future__ import annotations

import sys

import pytest
import torch

from nodegraph.codegen.module import Source
from nodegraph.engine.load import load
from nodegraph.training.blame import first_not_finite, out_of_memory

TEXT = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)

    def forward(self, x):
        y = self.fc(x)
        shifted = y - y
        y, z = (
            y / shifted,
            shifted,
        )
        y = torch.nan_to_num(y)
        return y
"""
SOURCE = Source(TEXT, {11: "fc", 12: "sub", 13: "div", 14: "div", 15: "div", 16: "div", 17: "fix"},
                "Net", {"fc": "fc"}, {})  # fmt: skip


def test_the_first_node_whose_output_is_not_finite_is_found_without_a_module_of_its_own():
    module = load(SOURCE)
    module.train()
    before = sys.gettrace()
    assert first_not_finite(module, torch.ones(3, 2), SOURCE) == "div"
    assert module.training
    assert sys.gettrace() is before


def test_weights_that_are_not_finite_blame_their_layer():
    module = load(SOURCE)
    torch.nn.init.constant_(module.fc.weight, float("nan"))
    assert first_not_finite(module, torch.ones(3, 2), SOURCE) == "fc"


def test_a_network_whose_every_output_is_finite_has_no_one_to_blame():
    source = Source(TEXT.replace("y / shifted", "y"), SOURCE.lines, "Net", {"fc": "fc"}, {})
    assert first_not_finite(load(source), torch.ones(3, 2), source) is None


def test_memory_that_ran_out_is_told_from_other_errors():
    with pytest.raises(RuntimeError) as raised:
        torch.empty(2**46)
    assert out_of_memory(raised.value)
    assert out_of_memory(torch.OutOfMemoryError("CUDA out of memory"))
    with pytest.raises(RuntimeError) as raised:
        torch.ones(2) @ torch.ones(3)
    assert not out_of_memory(raised.value)
