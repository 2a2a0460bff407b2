"""Steps a second on the real MNIST, side by side: `python -m tests.benchmarks.training`.

The run that `nodegraph train` makes, reports and all, against two loops written here: the one of
the articles (a DataLoader, pictures opened and normalised one by one, the loss read in each step)
and the same whole-set loop by hand. Each is a process of its own, as a script is: in one process
they would share the memory that another left warm, and torch's threads. They take turns, so that
whatever else the machine does slows all of them alike; a figure is the median over the turns. On a
busy machine the fastest turns tell more: nothing makes a turn faster than it is.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import torch
from torch import nn

import nodegraph
from nodegraph import data
from nodegraph.document import Drawing
from nodegraph.graph import Start
from nodegraph.graph.start import Init
from nodegraph.recipe import SGD, Adam, MSELoss, Recipe
from nodegraph.training.events import Event, Progress
from nodegraph.training.run import start
from tests import networks

BATCH = 64
CONTEXT = get_context("spawn")  # a fresh interpreter, as a script has
Turn = Callable[[int], float]  # takes so many steps and gives the steps a second


def drawings(device: str) -> dict[str, Drawing]:
    """R1b and R0 as their articles train them."""
    recipe = Recipe(epochs=10_000, batch_size=BATCH, device=device)
    one_hot = replace(recipe, loss=MSELoss(), target="one_hot", optimizer=SGD(lr=0.01))
    xavier = Start(Init("xavier_normal_"), Init("zeros_"))
    r0 = replace(networks.r0(), starts={"Conv2d": xavier, "Linear": xavier})
    return {
        "R1b": Drawing("MyModel", networks.r1b(activation=""), recipe=one_hot),
        "R0": Drawing("SimpleCNN", r0, recipe=replace(recipe, optimizer=Adam(lr=0.001))),
    }


def ours(events: Iterator[Event]) -> Turn:
    """The run as the command line makes it, from its events."""

    def turn(steps: int) -> float:
        began, done = time.perf_counter(), 0
        while done < steps:
            event = next(events)
            done += len(event.losses) if isinstance(event, Progress) else 0
        return done / (time.perf_counter() - began)

    next(events)
    return turn


def by_steps(loop: Iterator[None], wait: Callable[[], None]) -> Turn:
    def turn(steps: int) -> float:
        began = time.perf_counter()
        for _ in range(steps):
            next(loop)
        wait()
        return steps / (time.perf_counter() - began)

    return turn


def made(drawing: Drawing, device: str) -> tuple[nn.Module, torch.optim.Optimizer, nn.Module]:
    """The same network, optimizer and loss, as an article makes them."""
    model = nodegraph.build(drawing).to(device)
    if drawing.recipe.target == "one_hot":
        return model, torch.optim.SGD(model.parameters(), lr=0.01), nn.MSELoss()
    return model, torch.optim.Adam(model.parameters(), lr=0.001), nn.CrossEntropyLoss()


def articles(drawing: Drawing, root: Path, device: str) -> Iterator[None]:
    """The loop of the articles, their mistakes put right."""
    from torch.utils.data import DataLoader
    from torchvision import datasets, transforms

    change = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
    pictures = datasets.MNIST(root, train=True, transform=change)
    loader = DataLoader(pictures, batch_size=BATCH, shuffle=True)
    model, optimizer, loss_of = made(drawing, device)
    one_hot = drawing.recipe.target == "one_hot"
    for _ in count():
        running_loss = 0.0
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            target = nn.functional.one_hot(labels, 10).float() if one_hot else labels
            optimizer.zero_grad()
            loss = loss_of(model(images), target)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
            yield


def by_hand(drawing: Drawing, root: Path, device: str) -> Iterator[None]:
    """The same loop as someone who knows how writes it: trains, and evaluates each epoch."""
    mnist = data.load("mnist", root).to(device)
    model, optimizer, loss_of = made(drawing, device)
    x, y, test_x, test_y = mnist.train_x, mnist.train_y, mnist.test_x, mnist.test_y
    if drawing.recipe.target == "one_hot":
        y = nn.functional.one_hot(y, 10).float()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01, fused=True)
    else:
        model = model.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
        optimizer = torch.optim.Adam(model.parameters(), lr=0.001, fused=True)
    history = []
    for _ in count():
        losses = []
        for batch in torch.randperm(len(x)).to(device).split(BATCH):
            loss = loss_of(model(x[batch]), y[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
            yield
        model.eval()
        with torch.no_grad():
            pairs = zip(test_x.split(500), test_y.split(500), strict=True)
            right = sum((model(a).argmax(1) == b).sum() for a, b in pairs)
        model.train()
        history.append((torch.stack(losses).mean().item(), right.item() / len(test_x)))


def contender(name: str, who: str, root: Path, device: str, asked: Connection) -> None:
    """One process: answers each number of steps that is asked for with the steps a second."""
    drawing = drawings(device)[name]
    wait = torch.cuda.synchronize if device == "cuda" else lambda: None
    loops = {
        "nodegraph": lambda: start(drawing, data_root=root, runs=runs).events(),
        "by hand": lambda: by_hand(drawing, root, device),
        "articles": lambda: articles(drawing, root, device),
    }
    with tempfile.TemporaryDirectory() as runs, closing(loops[who]()) as loop:
        turn = ours(loop) if who == "nodegraph" else by_steps(loop, wait)
        while steps := asked.recv():
            asked.send(turn(steps))


def compare(name: str, root: Path, device: str, turns: int, seconds: float) -> None:
    """Prints the three speeds of one network, and the two ratios."""
    contenders: dict[str, Connection] = {}
    processes = []
    for who in ("nodegraph", "by hand", "articles"):
        contenders[who], theirs = CONTEXT.Pipe()
        given = (name, who, root, device, theirs)
        processes.append(CONTEXT.Process(target=contender, args=given))
        processes[-1].start()

    def turn(who: str, steps: int) -> float:
        contenders[who].send(steps)
        speed: float = contenders[who].recv()
        return speed

    steps = {}
    for who in contenders:
        turn(who, 30)
        steps[who] = max(10, int(turn(who, 30) * seconds))
    speeds: dict[str, list[float]] = {who: [] for who in contenders}
    for number in range(turns):
        order = list(contenders)
        for who in order if number % 2 else reversed(order):
            speeds[who].append(turn(who, steps[who]))
    for ours_or_theirs in contenders.values():
        ours_or_theirs.send(0)
    for process in processes:
        process.join()
    for who, speed in speeds.items():
        told = f"{median(speed):8.0f} steps/s, in its fastest turn {max(speed):8.0f}"
        print(f"{name:4} {who:10} {told}")
    for who in ("articles", "by hand"):
        ratios = [a / b for a, b in zip(speeds["nodegraph"], speeds[who], strict=True)]
        fastest = max(speeds["nodegraph"]) / max(speeds[who])
        told = f"{median(ratios):6.2f}, of the fastest turns {fastest:6.2f}"
        print(f"{name:4} nodegraph / {who:9} {told}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-root", default=os.environ.get("NODEGRAPH_DATA"))
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--turns", type=int, default=41)
    parser.add_argument("--seconds", type=float, default=0.5, help="of one turn")
    args = parser.parse_args()
    if args.data_root is None:
        sys.exit("Name the folder of MNIST with --data-root or NODEGRAPH_DATA.")
    for name in drawings(args.device):
        compare(name, Path(args.data_root), args.device, args.turns, args.seconds)


if __name__ == "__main__":
    main()
