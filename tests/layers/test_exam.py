"""The exam every layer sits: documented, made by default, and in all it says equal to torch."""

from __future__ import annotations

from random import Random

import pytest

from nodegraph.engine.trial import trial
from nodegraph.layers import LAYERS, Layer, Mismatch, TensorType, all_layers, find
from nodegraph.setting import settings_of
from tests.layers import drawn

every_layer = pytest.mark.parametrize("declared", all_layers(), ids=lambda c: c.__name__)
own_layers = pytest.mark.parametrize("declared", LAYERS.values(), ids=lambda c: c.__name__)
DRAWS = 120  # for each layer; of these one in twenty must fit, or little was asked

# Where torch takes what we refuse, and why we do; by a part of the sentence that refuses.
LAXER = {
    "decimal numbers": "a few modules compute on whole numbers too, others fail later on them",
    "depend on the batch": "one batch could fit by chance, the next would not",
    "that can be cut into": "likewise, where the batch lies there",
    "features in the last dimension": "as above: the batch lies there",
    "sequences (": "torch takes a sample without its batch: here each has one",
    "pictures (": "likewise",
    "volumes (": "likewise",
    "channels after the batch": "likewise",
    "two wires or more": "a join of one is a drawing that is not finished",
    "the batch in the first dimension": "Reshape writes the batch itself",
    "a size of 1 in dim": "torch silently leaves the size, which nobody wants",
    "a larger input": "an empty tensor trains nothing",
    "more than one value in each group": "torch refuses it in a batch of one, else makes all zero",
    "something left of dim": "an empty tensor trains nothing",
}
# What a real device refuses and the meta device lets pass.
UNCHECKED = {
    "Softmax": "a dim that is not there",
    "Softmin": "a dim that is not there",
    "Subtract": "truth values",
}


@every_layer
def test_layer_is_documented(declared: type[Layer]) -> None:
    assert declared.__doc__
    assert declared.__doc__.strip().endswith(".")
    assert declared.group
    assert declared.stem.isidentifier()
    for setting in settings_of(declared):
        assert setting.help, setting.name


@every_layer
def test_layer_shows_at_most_three_settings_on_its_node(declared: type[Layer]) -> None:
    assert sum(bool(setting.short) for setting in settings_of(declared)) <= 3


@every_layer
def test_layer_is_made_by_default_and_found_by_name(declared: type[Layer]) -> None:
    assert find(declared.__name__) is declared
    assert declared().changed() == {}
    assert declared().kind == declared.__name__


@every_layer
def test_settings_go_through_a_file_and_back(declared: type[Layer]) -> None:
    random = Random(declared.__name__)
    for _ in range(20):
        layer = drawn.layer_of(declared, random)
        again = declared(**layer.changed())
        assert again == layer
        assert hash(again) == hash(layer)


@own_layers
def test_rule_and_weights_equal_torch(declared: type[Layer]) -> None:
    random = Random(declared.__name__)
    fitted = 0
    draws = DRAWS // 3 if declared.group == "Recurrent" else DRAWS  # torch is slow at these
    for _ in range(draws if declared.inputs else 0):
        layer = drawn.layer_of(declared, random)
        types = drawn.inputs_of(layer, random)
        said = f"{layer} on {', '.join(map(str, types))}"
        made = ruled(layer, types)
        if isinstance(made, Mismatch):
            assert refused_by_torch(layer, types) or laxer(made), f"{said}: {made}"
            continue
        fitted += 1
        if declared.outputs:
            answer = trial(layer, types)
            assert made == answer.types, said
            assert layer.weights(*types) == answer.weights, said
    assert fitted >= draws / 20 or not declared.inputs


def ruled(layer: Layer, types: tuple[TensorType, ...]) -> tuple[TensorType, ...] | Mismatch | None:
    try:
        return layer.types(*types)
    except Mismatch as mismatch:
        return mismatch


def refused_by_torch(layer: Layer, types: tuple[TensorType, ...]) -> bool:
    try:
        trial(layer, types)
    except Mismatch:
        return True
    return layer.kind in UNCHECKED


def laxer(mismatch: Mismatch) -> bool:
    return any(part in mismatch.needed for part in LAXER)
