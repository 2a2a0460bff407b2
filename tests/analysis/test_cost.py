"""What is said of memory, held against what torch really keeps for the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from nodegraph.analysis import check
from nodegraph.analysis.cost import (
    KEEP_NEITHER,
    KEEP_OUTPUT,
    LARGEST,
    OWN,
    VIEWS,
    Memory,
    memory,
    notes,
)
from nodegraph.codegen.module import write
from nodegraph.document import load as load_drawing
from nodegraph.engine.load import load
from nodegraph.engine.trial import trial
from nodegraph.graph import Graph
from nodegraph.layers import LAYERS, Layer, TensorType, find
from nodegraph.recipe import SGD, Adam, AdamW, Part, Recipe, RMSprop
from nodegraph.resources import examples
from tests.networks import GOOD, chain, inception, layer, r0, r1b, resnet, wired

BATCH = 16
FACTOR = 1.15  # that the estimate may be off, either way
GIB = 1 << 30


def memory_of(graph: Graph, recipe: Recipe | None = None) -> Memory:
    recipe = recipe or Recipe()
    return memory(graph, check(graph, recipe, trial), recipe)


def kept_by_torch(graph: Graph) -> int:
    """Bytes that autograd keeps of one step, weights and buffers left out, each tensor once."""
    report = check(graph, None, trial)
    module = load(write(graph, report, "Network")).train()
    entries = [node for node in graph.nodes.values() if node.layer.kind == "Input"]
    inputs = [made_up(node.layer.types()[0]) for node in entries]
    own = {storage(x) for x in (*module.parameters(), *module.buffers())}
    found: dict[int, int] = {}
    alive = []  # else a storage freed meanwhile could lend its address to another

    def note(x: Tensor) -> Tensor:
        alive.append(x)
        if storage(x) not in own:
            found[storage(x)] = x.untyped_storage().nbytes()
        return x

    with torch.autograd.graph.saved_tensors_hooks(note, lambda x: x):
        answer = module(*inputs)
    assert answer is not None
    return sum(found.values())


def made_up(x: TensorType) -> Tensor:
    sizes = [dim if isinstance(dim, int) else dim.times * BATCH for dim in x.dims]
    return torch.zeros(sizes, dtype=torch.int64) if x.dtype == "int64" else torch.rand(sizes)


def storage(x: Tensor) -> int:
    return x.untyped_storage().data_ptr()


def said(graph: Graph) -> int:
    return memory_of(graph).training(BATCH).activations


@pytest.mark.parametrize("made", [r0, r1b, resnet, inception], ids=lambda made: made.__name__)
def test_perceptrons_and_convolutions_keep_to_one_in_a_thousand_what_torch_keeps(made) -> None:
    graph = made()
    assert said(graph) == pytest.approx(kept_by_torch(graph), rel=0.001)


@pytest.mark.parametrize("name", GOOD)
def test_a_network_keeps_about_what_torch_keeps(name: str) -> None:
    graph = GOOD[name]()
    kept = kept_by_torch(graph)
    assert kept / FACTOR <= said(graph) <= kept * FACTOR


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_an_example_keeps_about_what_torch_keeps(path: Path) -> None:
    graph = load_drawing(path).graph
    kept = kept_by_torch(graph)
    assert kept / FACTOR <= said(graph) <= kept * FACTOR


SHAPES = {0: (10, 48), 1: (6, 64), 2: (6, 16, 16), 3: (6, 8, 8, 8)}  # by the rank of a layer
FITTING: dict[str, dict[str, object]] = {  # settings with which a layer takes what comes
    "Unflatten": {"dim": 2, "unflattened_size": (6, 8)},
    "Reshape": {"shape": (480,)},
    "Permute": {"dims": (0, 2, 1)},
    "Squeeze": {"dim": 1},
    "GroupNorm": {"num_groups": 2},
}
OTHERWISE = {"Squeeze": (1, 10, 48), "MatMul": (24, 24), "Softmax2d": SHAPES[2]}
BY_ITSELF = ("Input", "Output", "Embedding")


@pytest.mark.parametrize("name", [name for name in LAYERS if name not in BY_ITSELF])
def test_a_layer_between_two_that_learn_keeps_about_what_torch_keeps(name: str) -> None:
    graph = between(layer(name, **FITTING.get(name, {})), OTHERWISE.get(name))
    kept = kept_by_torch(graph)
    assert kept / FACTOR <= said(graph) <= kept * FACTOR


@pytest.mark.filterwarnings("ignore:LSTM with projections")
@pytest.mark.parametrize("kind", ["RNN", "GRU", "LSTM", "shortened LSTM"])
@pytest.mark.parametrize("dropout", [0.0, 0.5])
def test_stacked_recurrent_layers_keep_what_goes_from_one_to_the_next(kind, dropout) -> None:
    shortened = {"proj_size": 8} if kind == "shortened LSTM" else {}
    made = layer(kind.split()[-1], hidden_size=64, num_layers=3, dropout=dropout, **shortened)
    kept = kept_by_torch(graph := between(made, None))
    assert kept / FACTOR <= said(graph) <= kept * FACTOR


def between(made: Layer, shape: tuple[int, ...] | None) -> Graph:
    shape = shape or SHAPES[2 if made.kind == "GroupNorm" else getattr(made, "rank", 0)]
    graph = chain(("image", layer("Input", shape=shape)), ("first", layer("PReLU")))
    count = 2 if made.variadic else len(made.inputs)
    graph = wired(graph, "it", made, *["first"] * count)
    return chain(("last", layer("PReLU")), ("out", layer("Output")), graph=graph, after="it")


def test_words_keep_their_numbers() -> None:
    graph = chain(
        ("words", layer("Input", shape=(12,), dtype="int64")),
        ("embedding", layer("Embedding", num_embeddings=50, embedding_dim=8)),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=3)),
        ("out", layer("Output")),
    )
    assert said(graph) == kept_by_torch(graph)


@pytest.mark.parametrize(
    ("optimizer", "noted"),
    [
        (SGD(), 0),
        (SGD(momentum=0.9), 1),
        (Adam(), 2),
        (AdamW(), 2),
        (RMSprop(), 1),
        (RMSprop(momentum=0.9), 2),
    ],
    ids=str,
)
def test_an_optimizer_notes_what_torchs_does(optimizer: Part, noted: int) -> None:
    graph, recipe = r0(), Recipe(optimizer=optimizer)
    module = load(write(graph, check(graph), "Network"))
    made = getattr(torch.optim, optimizer.name)(module.parameters(), **optimizer.arguments)
    module(torch.rand(2, 1, 28, 28)).sum().backward()
    made.step()
    weights = list(module.parameters())
    held = sum(
        x.numel() * x.element_size()
        for x in weights
        for x in made.state[x].values()
        if isinstance(x, Tensor) and x.dim()  # the number of steps is one number
    )
    parts = memory_of(graph, recipe).training(BATCH)
    assert notes(optimizer) == noted
    assert parts.weights == parts.gradients == sum(x.numel() * 4 for x in weights)
    assert parts.optimizer == held


def test_what_stands_at_the_nodes_adds_up_to_the_network() -> None:
    graph = resnet()
    found = memory_of(graph)
    whole = found.training(64)
    assert sum(found.of_node(node, 64).total for node in graph.nodes) == whole.total - whole.passing
    assert found.of_node("conv1", 64).activations == 64 * 64 * 14 * 14 * 4  # bn1 asks for it
    assert found.of_node("add", 64).activations == 0  # the ReLU behind it asks for what it answers


def test_nothing_is_kept_where_no_gradient_comes() -> None:
    graph = chain(
        ("image", layer("Input")),
        ("pool", layer("MaxPool2d")),
        ("relu", layer("ReLU")),
        ("flat", layer("Flatten")),
        ("fc", layer("Linear", out_features=10)),
        ("out", layer("Output")),
    )
    found = memory_of(graph)
    assert [found.of_node(node, 1).activations for node in ("image", "pool")] == [0, 0]
    assert found.of_node("relu", 1).activations == 14 * 14 * 4  # fc asks for its input
    assert said(graph) == kept_by_torch(graph)


def test_a_shared_weight_lies_in_memory_once() -> None:
    graph = chain(
        ("image", layer("Input", shape=(8,))),
        ("fc1", layer("Linear", out_features=8)),
        ("fc2", layer("Linear", out_features=8)),
        ("out", layer("Output")),
    )
    alone = memory_of(graph).training(1).weights
    shared = graph.put(replace(graph.nodes["fc2"], shares="fc1"))
    assert memory_of(shared).training(1).weights * 2 == alone
    assert said(shared) == kept_by_torch(shared)


def test_answering_holds_only_what_is_needed_further_on() -> None:
    found = memory_of(r0())
    # conv1's answer and the pool made of it; the picture is gone by then.
    assert found.inference(1) == 421_642 * 4 + (32 * 28 * 28 + 32 * 14 * 14) * 4
    assert found.inference(1000) < found.training(1000).total / 2


def test_the_largest_batch_fits_and_the_next_does_not() -> None:
    found = memory_of(resnet())
    for room in (1 << 24, 1 << 28, GIB, 8 * GIB):
        batch = found.largest_batch(room)
        assert found.training(batch).total <= room < found.training(batch + 1).total


def test_more_room_never_gives_a_smaller_batch() -> None:
    found = memory_of(r0())
    batches = [found.largest_batch(room) for room in range(0, 1 << 28, 1 << 21)]
    assert batches == sorted(batches)
    assert batches[0] == 0
    assert found.largest_batch(1 << 50) == LARGEST


def test_a_half_built_network_tells_what_is_known() -> None:
    graph = chain(("image", layer("Input")), ("conv", layer("Conv2d", out_channels=8)))
    graph = wired(graph, "add", layer("Add"))
    found = memory(graph, check(graph), Recipe())
    assert found.of_node("conv", 4).weights == 4 * (8 * 9 + 8)
    assert found.of_node("add", 4).total == 0


def test_a_layer_of_the_catalogue_keeps_no_less_than_torch() -> None:
    upsample = find("Upsample")
    assert upsample is not None
    graph = between(upsample(scale_factor=2.0), SHAPES[2])
    assert said(graph) >= kept_by_torch(graph)


def test_every_name_in_the_tables_is_a_layer() -> None:
    assert {*VIEWS, *KEEP_OUTPUT, *KEEP_NEITHER, *OWN} <= LAYERS.keys()
