"""The training script: what an engineer would write to repeat the run, without us.

It takes the same steps in the same order as `nodegraph.training.loop`, so on the CPU the same
seed gives the same losses, bit for bit; a test runs both and compares. It holds only the lines
that its recipe needs. What enters is the module's text, names listed in `recipe`, and `repr` of
checked numbers: no text from a file.
"""

from __future__ import annotations

import builtins
from typing import Any

from nodegraph.analysis import Report
from nodegraph.codegen import loading
from nodegraph.codegen.layout import statement
from nodegraph.codegen.module import Source
from nodegraph.graph import Graph
from nodegraph.recipe import Recipe

# What the script itself names; a network of that name would hide it, or be hidden by it.
NAMES = frozenset(dir(builtins)) | frozenset((
    "angle", "argparse", "args", "batch", "began", "best", "data", "datasets", "digits", "ended",
    "epoch", "epoch_began", "evaluate", "json", "load", "load_diabetes", "load_digits", "loss",
    "loss_of", "losses", "main", "make_circles", "make_moons", "math", "mean", "model",
    "optimizer", "order", "output", "parser", "part", "part_x", "part_y", "patients", "progress",
    "random", "right", "root", "schedule", "seconds", "shuffle", "std", "step", "steps", "tensors",
    "test", "test_accuracy", "test_loss", "test_x", "test_y", "time", "total", "train",
    "train_accuracy", "train_loss", "train_x", "train_y", "turn", "x", "y",
))  # fmt: skip
VOLUMES = {"Conv3d", "ConvTranspose3d"}  # torch lays their weights out in another way
_FUNCTIONS = {
    "CrossEntropyLoss": "cross_entropy",
    "MSELoss": "mse_loss",
    "NLLLoss": "nll_loss",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "L1Loss": "l1_loss",
    "SmoothL1Loss": "smooth_l1_loss",
}
# 500 at a time, as the loop does: the means are sums in this order.
_EVALUATE = '''\
def evaluate(model, x, y):
    """The mean loss on samples that were held out."""
    model.eval()
    total = 0.0
    with torch.no_grad():
        for part_x, part_y in zip(x.split(500), y.split(500)):
            total += loss_of(model(part_x), part_y).item() * len(part_x)
    model.train()
    return total / len(x)'''
_EVALUATE_CLASSES = '''\
def evaluate(model, x, y):
    """The mean loss and the share of right answers on samples that were held out."""
    model.eval()
    total, right = 0.0, 0
    with torch.no_grad():
        for part_x, part_y in zip(x.split(500), y.split(500)):
            output = model(part_x)
            total += loss_of(output, part_y).item() * len(part_x)
            right += (output.argmax(1) == part_y).sum().item()
    model.train()
    return total / len(x), right / len(x)'''
_BEST = """\
    best = "mps" if torch.backends.mps.is_available() else "cpu"
    best = "cuda" if torch.cuda.is_available() else best
"""
_ARGUMENTS = """\
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-root", default="data", help="{root}")
    parser.add_argument("--epochs", type=int, default={epochs})
    parser.add_argument("--seed", type=int, default={seed})
    parser.add_argument("--device", default={device})
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--save", metavar="FILE", help="keep the weights there")
    args = parser.parse_args()"""
_TELL = """\
        seconds = time.perf_counter() - epoch_began
        if args.json:
            progress = {{"event": "progress", "step": step, "losses": losses}}
            print(json.dumps({{**progress, "seconds": time.perf_counter() - began}}))
            ended = {{
                "event": "epoch_ended",
                "epoch": epoch,
                "train_loss": train_loss,
                "train_accuracy": {train_accuracy},
                "test_loss": test_loss,
                "test_accuracy": {test_accuracy},
                "seconds": seconds,
            }}
            print(json.dumps(ended), flush=True)
        else:
            print(
                f"epoch {{epoch}}: loss {{train_loss:.4f}}, held out {{test_loss:.4f}}"
{told}                f" ({{seconds:.1f}} s)",
                flush=True,
            )"""
_TOLD_ACCURACY = """\
                f"; accuracy {train_accuracy:.2%}, held out {test_accuracy:.2%}"
"""


def script(source: Source, graph: Graph, report: Report, recipe: Recipe) -> str:
    """A Python program that trains the network; it needs torch and its data's library only.

    It takes --data-root, --epochs, --seed, --device, --json and --save.
    """
    imports, network, name = _network(source)
    kinds = {graph.nodes[built].layer.kind for built in source.attributes}
    pictures = len(recipe.dataset.shape) == 3 and "Conv2d" in kinds and not kinds & VOLUMES
    parts = [
        "\n".join(_head(name, imports, report, recipe)),
        network,
        "\n".join(loading.loading(recipe.dataset)),
        "\n".join(_loss(recipe)),
        _EVALUATE_CLASSES if recipe.has_accuracy else _EVALUATE,
        "\n".join(
            [
                "def main():",
                _arguments(recipe),
                "",
                *_setup(name, pictures, recipe),
                "",
                *_epochs(recipe),
                "    if args.save:",
                "        torch.save(model.state_dict(), args.save)",
            ]
        ),
        'if __name__ == "__main__":\n    main()\n',
    ]
    return "\n\n\n".join(parts)


def _network(source: Source) -> tuple[list[str], str, str]:
    """The imports of the module's text, its class, and the class's name in the script."""
    imports, _, network = source.text.partition("\n\n\n")
    name = f"{source.name}Net" if source.name in NAMES else source.name
    network = network.replace(f"class {source.name}(", f"class {name}(", 1)
    return imports.split("\n"), network.strip("\n"), name


def _head(name: str, imports: list[str], report: Report, recipe: Recipe) -> list[str]:
    standard = ["import argparse", "import json", "import math", "import time"]
    other = {"import torch", "from torch import nn", *imports, *loading.imports(recipe.dataset)}
    return [
        f'"""Trains {name} ({report.weights:,} weights) on {recipe.dataset.title}."""',
        "",
        *standard,
        "",
        # As import sorters have it: whole modules first, each kind by the module's name.
        *sorted(other, key=lambda line: (line.startswith("from"), line)),
    ]


def _loss(recipe: Recipe) -> list[str]:
    y, about = "y", recipe.loss.name
    if recipe.target == "one_hot":
        y = f"nn.functional.one_hot(y, {recipe.dataset.classes}).float()"
        about += " to a row of zeros with a one at the class"
    settings = "".join(f", {name}={value!r}" for name, value in recipe.loss.arguments.items())
    called = f"nn.functional.{_FUNCTIONS[recipe.loss.name]}(output, {y}{settings})"
    return [
        "def loss_of(output, y):",
        f'    """{about}."""',
        *statement("return ", called, indent=4),
    ]


def _arguments(recipe: Recipe) -> str:
    needed = recipe.dataset.source == "torchvision"
    return (_BEST if recipe.device == "auto" else "") + _ARGUMENTS.format(
        root="where the data are kept" if needed else "not needed by these data",
        epochs=recipe.epochs,
        seed=recipe.seed,
        device="best" if recipe.device == "auto" else f'"{recipe.device}"',
    )


def _setup(name: str, pictures: bool, recipe: Recipe) -> list[str]:
    last = ", memory_format=torch.channels_last" if pictures else ""
    lines = [
        "    torch.manual_seed(args.seed)",
        f"    model = {name}().to(args.device{last})",
        *_made("optimizer", f"torch.optim.{recipe.optimizer.name}", ["model.parameters()"],
               recipe.optimizer.arguments),
        f"    data = [part.to(args.device) for part in {loading.call(recipe.dataset)}]",
        "    train_x, train_y, test_x, test_y = data",
    ]  # fmt: skip
    if pictures:
        lines += [
            "    train_x = train_x.contiguous(memory_format=torch.channels_last)",
            "    test_x = test_x.contiguous(memory_format=torch.channels_last)",
        ]
    if recipe.target == "input":
        lines += ["    train_y, test_y = train_x, test_x  # what comes in is to come out"]
    return [
        *lines,
        *_schedule(recipe),
        "    shuffle = torch.Generator().manual_seed(args.seed)",
    ]


def _made(name: str, made: str, first: list[str], settings: dict[str, Any]) -> list[str]:
    told = [f"{key}={value!r}" for key, value in settings.items()]
    return statement(f"{name} = ", f"{made}({', '.join(first + told)})", indent=4)


def _schedule(recipe: Recipe) -> list[str]:
    first, head = ["optimizer"], []
    if recipe.schedule.name == "Constant":
        return []
    if recipe.schedule_by_step:
        head = [f"    steps = args.epochs * -(-len(train_x) // {recipe.batch_size})"]
        total = "T_max" if recipe.schedule.name == "CosineAnnealingLR" else "total_steps"
        first.append(f"{total}=steps")
    made = f"torch.optim.lr_scheduler.{recipe.schedule.name}"
    return head + _made("schedule", made, first, recipe.schedule_arguments)


def _epochs(recipe: Recipe) -> list[str]:
    scored, by_step = recipe.has_accuracy, recipe.schedule_by_step
    by_epoch = recipe.schedule.name != "Constant" and not by_step
    lines: list[tuple[bool, str]] = [
        (True, "    began, step = time.perf_counter(), 0"),
        (True, "    for epoch in range(1, args.epochs + 1):"),
        (True, "        epoch_began = time.perf_counter()"),
        (scored, "        losses, right = [], 0  # on the device: each read waits for it"),
        (not scored, "        losses = []  # on the device: each read waits for it"),
        (True, "        order = torch.randperm(len(train_x), generator=shuffle)"),
        (True, f"        for batch in order.to(args.device).split({recipe.batch_size}):"),
        (True, "            output = model(train_x[batch])"),
        (True, "            loss = loss_of(output, train_y[batch])"),
        (True, "            optimizer.zero_grad()"),
        (True, "            loss.backward()"),
        (True, "            optimizer.step()"),
        (by_step, "            schedule.step()"),
        (True, "            losses.append(loss.detach())"),
        (scored, "            right += (output.argmax(1) == train_y[batch]).sum()"),
        (by_epoch, "        schedule.step()"),
        (True, "        step += len(losses)"),
        (True, "        losses = torch.stack(losses).tolist()"),
        (True, "        train_loss = sum(losses) / len(losses)"),
        (True, "        if not math.isfinite(train_loss):"),
        (True, '            raise SystemExit(f"The loss of epoch {epoch} is not finite.")'),
        (scored, "        train_accuracy = right.item() / len(train_x)"),
        (scored, "        test_loss, test_accuracy = evaluate(model, test_x, test_y)"),
        (not scored, "        test_loss = evaluate(model, test_x, test_y)"),
    ]
    return [line for wanted, line in lines if wanted] + [
        _TELL.format(
            train_accuracy="train_accuracy" if scored else "None",
            test_accuracy="test_accuracy" if scored else "None",
            told=_TOLD_ACCURACY if scored else "",
        )
    ]
