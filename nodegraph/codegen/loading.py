"""The part of a training script that loads its data: each set by its own few lines.

They make the same numbers by the same steps as `nodegraph.data`; a test compares them, value by
value, with what is trained on here.
"""

from __future__ import annotations

from nodegraph.recipe import Dataset

_WHOSE = "mean and deviation of the training set"
_TORCHVISION = {
    "mnist": "datasets.MNIST(root, train=train, download=True)",
    "fashion_mnist": "datasets.FashionMNIST(root, train=train, download=True)",
    "kmnist": "datasets.KMNIST(root, train=train, download=True)",
    "emnist": 'datasets.EMNIST(root, "balanced", train=train, download=True)',
    "cifar10": "datasets.CIFAR10(root, train=train, download=True)",
    "cifar100": "datasets.CIFAR100(root, train=train, download=True)",
}
_SCIKIT_LEARN = {
    "digits": "load_digits",
    "digits28": "load_digits",
    "diabetes": "load_diabetes",
    "moons": "make_moons",
    "rings": "make_circles",
}
_TABLES = {
    "digits": """
digits = load_digits()
x = torch.from_numpy(digits.images).float().div(16).unsqueeze(1)
y = torch.from_numpy(digits.target)""",
    "digits28": """
digits = load_digits()
x = torch.from_numpy(digits.images).float().div(16).unsqueeze(1)
x = nn.functional.interpolate(x, size=28, mode="bilinear")
y = torch.from_numpy(digits.target)""",
    "diabetes": """
patients = load_diabetes()
x = torch.from_numpy(patients.data).float()
y = torch.from_numpy(patients.target).float().unsqueeze(1)
y = (y - y.mean()) / y.std()""",
    "moons": """
x, y = make_moons(2000, noise=0.1, random_state=0)
x, y = torch.from_numpy(x).float(), torch.from_numpy(y)""",
    "rings": """
x, y = make_circles(2000, noise=0.1, factor=0.5, random_state=0)
x, y = torch.from_numpy(x).float(), torch.from_numpy(y)""",
    "spirals": """
random = torch.Generator().manual_seed(0)
y = torch.randint(2, (2000,), generator=random)
turn = torch.rand(2000, generator=random).sqrt() * 3 * math.pi
angle = turn + y * math.pi
x = torch.stack((angle.cos(), angle.sin()), dim=1) * turn.unsqueeze(1)
x = x / (3 * math.pi) + 0.02 * torch.randn(x.shape, generator=random)""",
}


def imports(dataset: Dataset) -> list[str]:
    """What loading needs beside torch."""
    if dataset.name in _TORCHVISION:
        return ["from torchvision import datasets"]
    if dataset.name in _SCIKIT_LEARN:
        return [f"from sklearn.datasets import {_SCIKIT_LEARN[dataset.name]}"]
    return []


def call(dataset: Dataset) -> str:
    """How the data are loaded: only those that lie on disk need a folder."""
    return "load(args.data_root)" if dataset.name in _TORCHVISION else "load()"


def loading(dataset: Dataset) -> list[str]:
    """The function `load`: training inputs and targets, then those of the test."""
    if dataset.name in _TORCHVISION:
        return _from_files(dataset)
    lines = ["def load():", f'    """{dataset.title}, normalised; some held out for the test."""']
    lines += [f"    {line}" if line else "" for line in _TABLES[dataset.name].strip().split("\n")]
    lines += [f"    {line}" for line in _normalising(dataset)]
    every = 6 if dataset.name.startswith("digits") else 5
    return [
        *lines,
        f"    test = torch.arange(len(x)) % {every} == 0",
        "    return x[~test], y[~test], x[test], y[test]",
    ]


def _from_files(dataset: Dataset) -> list[str]:
    if dataset.name.startswith("cifar"):
        x = "torch.from_numpy(part.data).permute(0, 3, 1, 2).contiguous()"
        y = "torch.tensor(part.targets)"
    else:
        # EMNIST's pictures are stored with rows and columns exchanged.
        upright = ".transpose(1, 2).contiguous()" if dataset.name == "emnist" else ""
        x, y = f"part.data{upright}.unsqueeze(1)", "part.targets"
    body = [
        f"        part = {_TORCHVISION[dataset.name]}",
        f"        x = {x}",
        "        x = x.float().div(255)",
        *(f"        {line}" for line in _normalising(dataset)),
        f"        tensors += [x, {y}]",
    ]
    return [
        "def load(root):",
        f'    """{dataset.title} as tensors, normalised; downloaded where it is missing."""',
        "    tensors = []",
        "    for train in (True, False):",
        *body,
        "    return tensors",
    ]


def _normalising(dataset: Dataset) -> list[str]:
    if len(dataset.mean) == 1:
        return [f"x = x.sub({dataset.mean[0]}).div({dataset.std[0]})  # {_WHOSE}"]
    shape = ".reshape(-1, 1, 1)" if len(dataset.shape) == 3 else ""
    return [
        f"# {_WHOSE}, by {'channel' if shape else 'column'}",
        f"mean = torch.tensor({list(dataset.mean)}){shape}",
        f"std = torch.tensor({list(dataset.std)}){shape}",
        "x = (x - mean) / std",
    ]
