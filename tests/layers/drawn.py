"""Settings and input types drawn from a seed, so that many fit a layer and many don't."""

from __future__ import annotations

from random import Random
from typing import Any

from nodegraph.layers import B, Batch, Dim, Layer, TensorType
from nodegraph.setting import Setting, settings_of

SIZES = (1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12)
RANKS = {  # the ranks a layer mostly takes; for the others see `rank`
    "LSTM": (3,),
    "GRU": (3,),
    "RNN": (3,),
    "MultiheadAttention": (3,),
    "TransformerEncoderLayer": (3,),
    "Softmax2d": (4,),
    "Permute": (3,),
    "BatchNorm1d": (2, 3),
}


def layer_of(declared: type[Layer], random: Random) -> Layer:
    """A layer with about half of its settings changed."""
    chosen = {
        setting.name: value(setting, random)
        for setting in settings_of(declared)
        if random.random() < 0.45
    }
    if declared.__name__ == "Permute" and random.random() < 0.7:
        dims = list(range(random.choice((2, 3, 4))))
        random.shuffle(dims)
        chosen["dims"] = tuple(dim - len(dims) * (random.random() < 0.1) for dim in dims)
    for width in {"num_heads", "nhead"} & chosen.keys():
        chosen[width] = random.choice((1, 2, 3, 4))
    return declared(**chosen)


def value(setting: Setting, random: Random) -> Any:
    """A value the setting takes, mostly a small one."""
    if setting.optional and random.random() < 0.3:
        return None
    if setting.choices and (setting.kind == "choice" or random.random() < 0.4):
        return random.choice(setting.choices)
    low = -3 if setting.low is None else int(setting.low)
    match setting.kind:
        case "bool":
            return random.random() < 0.5
        case "int":
            return random.randint(low, low + 5)
        case "float":
            number = random.choice((0.0, 1.0, random.random(), random.uniform(low, low + 2)))
            number = number if setting.low is None else max(number, setting.low)
            return number if setting.high is None else min(number, setting.high)
        case "size":
            drawn = [random.randint(low, low + random.choice((1, 3))) for _ in range(setting.rank)]
            return drawn[0] if random.random() < 0.5 else tuple(drawn)
        case "shape":
            length = random.choice((1, 1, 2, 3))
            return tuple(random.choice((low, 1, 2, 3, 4, 6)) for _ in range(length))
        case _:
            raise AssertionError(setting.kind)


def inputs_of(layer: Layer, random: Random) -> tuple[TensorType, ...]:
    """Types for all inputs of a layer: the first drawn, the others like it or nearly."""
    count = random.choice((1, 2, 2, 3)) if layer.variadic else len(layer.inputs)
    if not count:
        return ()
    first = TensorType(dims(layer, random), dtype(layer, random))
    return (first, *(like(first, layer, random) for _ in range(count - 1)))


def dims(layer: Layer, random: Random) -> tuple[Dim, ...]:
    """Mostly of a rank the layer takes, mostly with the batch in front."""
    rank = random.randint(1, 5)
    if random.random() < 0.85:
        usual = getattr(layer, "rank", 0)
        rank = usual + 2 if usual else random.choice(RANKS.get(layer.kind, (2, 3, 4)))
    sizes: list[Dim] = [random.choice(SIZES) for _ in range(rank)]
    if random.random() < 0.95:
        at = 0 if random.random() < 0.9 else random.randrange(rank)
        if layer.group == "Recurrent":  # torch would walk through a batch of steps one by one
            at = 0 if layer.batch_first and rank == 3 else min(1, rank - 1)
        sizes[at] = B if random.random() < 0.9 else Batch(random.choice((2, 3, 4)))
    return tuple(sizes)


def dtype(layer: Layer, random: Random) -> str:
    """Decimals, or whole numbers where the layer looks something up; now and then another."""
    usual = "int64" if layer.kind == "Embedding" else "float32"
    return usual if random.random() < 0.93 else random.choice(("float32", "int64", "bool"))


def like(x: TensorType, layer: Layer, random: Random) -> TensorType:
    """A type equal to another, or changed in one place, or short of some dimensions."""
    if layer.kind == "MatMul" and len(x.dims) > 1 and random.random() < 0.7:
        x = x._replace(dims=(*x.dims[:-2], x.dims[-1], x.dims[-2]))
    chance = random.random()
    if chance < 0.35:
        return x
    if chance < 0.85:
        at = random.choice((-1, random.randrange(len(x.dims))))
        return x.with_dim(at, random.choice((1, B, *SIZES)))
    if chance < 0.95:
        return x._replace(dims=x.dims[random.randrange(len(x.dims)) :])
    return x._replace(dtype=random.choice(("int64", "bool")))
