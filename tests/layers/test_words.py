"""What a layer says and writes: what is needed with the numbers, what came, and plain torch."""

from __future__ import annotations

from typing import Any

import pytest

from nodegraph.layers import LAYERS, B, Batch, Mismatch, TensorType


def t(*dims: Any, dtype: str = "float32") -> TensorType:
    return TensorType(dims, dtype)


SAID = [
    (
        ("Conv2d", {}, [t(B, 784)]),
        "needs pictures (batch × channels × height × width), got B×784",
    ),
    (
        ("Conv2d", {"kernel_size": 5}, [t(B, 3, 4, 4)]),
        "needs a height and width of at least 5 for a kernel of 5, got B×3×4×4",
    ),
    (
        ("Conv2d", {"kernel_size": (5, 3), "padding": 1}, [t(B, 3, 2, 4)]),
        "needs a height of at least 3 for a kernel of 5×3, got B×3×2×4",
    ),
    (
        ("Conv1d", {"kernel_size": 3, "dilation": 4}, [t(B, 3, 8)]),
        "needs a length of at least 9 for a kernel of 3 dilated to 9, got B×3×8",
    ),
    (
        ("Conv2d", {"groups": 3}, [t(B, 4, 8, 8)]),
        "needs channels that 3 groups divide, got B×4×8×8",
    ),
    (
        ("Conv2d", {"groups": 3}, [t(B, 3, 8, 8)]),
        "needs out_channels that 3 groups divide, got 32",
    ),
    (
        ("GroupNorm", {"num_groups": 6}, [t(B, 6)]),
        "needs more than one value in each group, got B×6",
    ),
    (
        ("Conv2d", {"padding": "same", "stride": 2}, [t(B, 3, 8, 8)]),
        'needs a stride of 1 for padding "same", got a stride of 2',
    ),
    (
        ("MaxPool2d", {}, [t(B, 3, 1, 8)]),
        "needs a height of at least 2 for a window of 2, got B×3×1×8",
    ),
    (
        ("Linear", {}, [t(8, B)]),
        "needs features in the last dimension (batch × features), got 8×B",
    ),
    (("Linear", {}, [t(B, 8, dtype="int64")]), "needs decimal numbers (float32), got B×8 int64"),
    (("Embedding", {}, [t(B, 8)]), "needs whole numbers (int64), got B×8"),
    (("LSTM", {}, [t(B, 1, 28, 28)]), "needs sequences (batch × steps × features), got B×1×28×28"),
    (
        ("Add", {}, [t(B, 64, 8, 8), t(B, 32, 8, 8)]),
        "needs inputs of one shape, or with sizes of 1 to repeat, got B×64×8×8 and B×32×8×8",
    ),
    (
        ("Concatenate", {}, [t(B, 64, 8, 8), t(B, 64, 4, 4)]),
        "needs inputs equal in all but dim 1, got B×64×8×8 and B×64×4×4",
    ),
    (("Flatten", {"start_dim": 2}, [t(B, 8)]), "needs at least 3 dimensions for dim 2, got B×8"),
    (("Reshape", {"shape": (5, -1)}, [t(B, 8)]), "needs a size that 5×? can hold, not 8, got B×8"),
]


@pytest.mark.parametrize(("asked", "sentence"), SAID, ids=lambda v: v[0] if v else "")
def test_mismatch_says_what_is_needed_and_what_came(asked: Any, sentence: str) -> None:
    name, settings, types = asked
    with pytest.raises(Mismatch) as refused:
        LAYERS[name](**settings).types(*types)
    assert str(refused.value) == sentence


def test_mismatch_names_the_input_where_there_are_several() -> None:
    attention = LAYERS["MultiheadAttention"]()
    query = t(B, 5, 8)
    for types, port in (
        ((t(B, 5, 6), query, query), "query"),
        ((query, t(B, 8), query), "key"),
        ((query, query, t(B, 4, 8)), "value"),
    ):
        with pytest.raises(Mismatch) as refused:
            attention.types(*types)
        assert refused.value.port == port


def test_batch_keeps_its_meaning_through_shapes() -> None:
    flat = LAYERS["Flatten"](start_dim=0, end_dim=1)
    (joined,) = flat.types(t(B, 5, 8))
    assert joined == t(Batch(5), 8)
    back = LAYERS["Unflatten"](dim=0, unflattened_size=(-1, 5))
    assert back.types(joined) == (t(B, 5, 8),)
    assert LAYERS["Concatenate"](dim=0).types(t(B, 8), t(B, 8)) == (t(Batch(2), 8),)


TEXTS = [
    ("Conv2d", {"padding": 1}, [t(B, 3, 8, 8)], "nn.Conv2d(3, 32, 3, padding=1)"),
    ("Conv2d", {"padding": "same"}, [t(B, 3, 8, 8)], 'nn.Conv2d(3, 32, 3, padding="same")'),
    ("Linear", {"out_features": 10}, [t(B, 3136)], "nn.Linear(3136, 10)"),
    ("GroupNorm", {}, [t(B, 32, 8, 8)], "nn.GroupNorm(8, 32)"),
    ("LayerNorm", {}, [t(B, 5, 64)], "nn.LayerNorm(64)"),
    ("LayerNorm", {"dims": 2}, [t(B, 5, 64)], "nn.LayerNorm((5, 64))"),
    ("LSTM", {"hidden_size": 64}, [t(B, 28, 28)], "nn.LSTM(28, 64, batch_first=True)"),
    ("Softmax", {}, [t(B, 10)], "nn.Softmax(dim=-1)"),
    (
        "MultiheadAttention",
        {"num_heads": 2},
        [t(B, 5, 8), t(B, 6, 4), t(B, 6, 8)],
        "nn.MultiheadAttention(8, 2, batch_first=True, kdim=4)",
    ),
]


@pytest.mark.parametrize(("name", "settings", "types", "text"), TEXTS, ids=lambda v: str(v)[:20])
def test_text_leaves_out_what_torch_takes_for_granted(
    name: str, settings: dict[str, Any], types: list[TensorType], text: str
) -> None:
    assert LAYERS[name](**settings).build(*types) == text


CALLS = [
    ("Slice", {"dim": 2, "start": 1, "stop": -1}, "x[:, :, 1:-1]"),
    ("Slice", {"dim": -2, "step": 2}, "x[..., ::2, :]"),
    ("Select", {}, "x[:, -1]"),
    ("Select", {"dim": 0, "index": 3}, "x[3]"),
    ("Reshape", {"shape": (1, 28, 28)}, "x.reshape(x.shape[0], 1, 28, 28)"),
    ("Permute", {}, "x.permute(0, 2, 1)"),
    ("Mean", {"dim": (2, 3), "keepdim": True}, "x.mean(dim=(2, 3), keepdim=True)"),
    ("Chunk", {"chunks": 3}, "x.chunk(3, dim=1)"),
]


@pytest.mark.parametrize(("name", "settings", "text"), CALLS)
def test_operators_are_written_as_people_write_them(
    name: str, settings: dict[str, Any], text: str
) -> None:
    assert LAYERS[name](**settings).call("", "x") == text


def test_outputs_nobody_uses_are_dropped() -> None:
    lstm = LAYERS["LSTM"]()
    assert lstm.unpack("output", "h_n", "c_n") == "output, (h_n, c_n)"
    assert lstm.unpack("output", "_", "_") == "output, _"
    assert LAYERS["Chunk"](chunks=2).unpack("a", "b") == "a, b"


def test_outputs_follow_the_settings() -> None:
    assert LAYERS["Chunk"](chunks=3).outputs == ("chunk_0", "chunk_1", "chunk_2")
    assert LAYERS["MaxPool2d"](return_indices=True).outputs == ("output", "indices")


def test_groups_stand_in_the_palettes_order() -> None:
    assert list(dict.fromkeys(layer.group for layer in LAYERS.values())) == [
        "Input and output",
        "Convolution",
        "Linear",
        "Pooling",
        "Normalization",
        "Activation",
        "Shape",
        "Merge",
        "Regularization",
        "Recurrent",
        "Attention",
    ]
