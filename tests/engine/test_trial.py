"""A layer without a rule is tried: on nothing real, once, and refused in words."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from nodegraph.engine.trial import trial
from nodegraph.layers import B, Batch, Layer, Mismatch, TensorType, find


def made(name: str, **settings: Any) -> Layer:
    declared = find(name)
    assert declared is not None
    return declared(**settings)


def test_batch_stays_a_symbol() -> None:
    (y,) = trial(made("PixelShuffle"), (TensorType((B, 8, 5, 5)),)).types
    assert y == TensorType((B, 2, 10, 10))


def test_multiple_of_the_batch_is_told() -> None:
    (y,) = trial(made("Flatten", start_dim=0, end_dim=1), (TensorType((Batch(2), 3, 5)),)).types
    assert y == TensorType((Batch(6), 5))


def test_weights_are_counted() -> None:
    answer = trial(made("GRUCell", hidden_size=4), (TensorType((B, 8)),))
    assert answer.weights == 3 * 4 * (8 + 4 + 2)


def test_multiply_adds_are_counted_for_one_sample() -> None:
    x = TensorType((B, 8))
    assert trial(made("GRUCell", hidden_size=4), (x,)).multiply_adds == 3 * 4 * (8 + 4)
    words = TensorType((B, 5, 8))
    with FlopCounterMode(display=False) as counter:
        nn.Transformer(8, 4, batch_first=True)(torch.rand(1, 5, 8), torch.rand(1, 5, 8))
    counted = trial(made("Transformer", nhead=4), (words, words)).multiply_adds
    assert counted * 2 == counter.get_total_flops()


def test_counting_reaches_no_module_but_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook on all modules would run in whatever trains meanwhile."""
    hooks: list[int] = []
    forward = nn.LSTMCell.forward

    def looked(*x: Any) -> Any:
        hooks.append(len(torch.nn.modules.module._global_forward_pre_hooks))
        return forward(*x)

    monkeypatch.setattr(nn.LSTMCell, "forward", looked)
    assert trial(made("LSTMCell", hidden_size=3), (TensorType((B, 17)),)).multiply_adds
    assert hooks
    assert not any(hooks)


def test_what_leaves_nothing_is_refused() -> None:
    with pytest.raises(Mismatch, match="nothing would be left"):
        trial(made("UpsamplingBilinear2d", scale_factor=0.1), (TensorType((B, 3, 5, 12)),))


def test_whole_numbers_go_in_and_come_out() -> None:
    (rows,) = trial(made("EmbeddingBag", embedding_dim=6), (TensorType((B, 3), "int64"),)).types
    assert rows == TensorType((B, 6))
    _, where = trial(made("MaxPool2d", return_indices=True), (TensorType((B, 3, 4, 4)),)).types
    assert where == TensorType((B, 3, 2, 2), "int64")


def test_same_question_is_answered_once() -> None:
    x = (TensorType((B, 8, 4, 4)),)
    assert trial(made("PixelUnshuffle"), x) is trial(made("PixelUnshuffle"), x)


def test_refusal_says_what_torch_says_with_the_batch_as_a_symbol() -> None:
    with pytest.raises(Mismatch) as refused:
        trial(made("PixelShuffle"), (TensorType((B, 3, 5, 5)),))
    message = str(refused.value)
    assert message.startswith("can't take B×3×5×5: ")
    assert "\n" not in message
    assert "30000001" not in message
    assert refused.value.came == "B×3×5×5"


def test_input_that_has_too_few_dimensions_for_its_parameters_is_refused() -> None:
    with pytest.raises(Mismatch, match="depend on the batch"):
        trial(made("GRUCell"), (TensorType((8, B)),))


def test_layer_that_would_change_the_batch_is_refused() -> None:
    with pytest.raises(Mismatch, match="change the batch"):
        trial(made("ZeroPad2d"), (TensorType((B, 8)),))


def test_layer_that_looks_at_its_numbers_is_refused_in_plain_words() -> None:
    x = TensorType((B, 8))
    with pytest.raises(Mismatch, match="without running it"):
        trial(made("GaussianNLLLoss"), (x, x, x))


def test_trial_leaves_random_numbers_and_the_default_device_alone() -> None:
    before = torch.get_rng_state()
    trial(made("TransformerDecoderLayer"), (TensorType((B, 5, 12)),) * 2)
    trial(made("FractionalMaxPool2d"), (TensorType((B, 5, 12, 12)),))
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.empty(1).device.type == "cpu"
