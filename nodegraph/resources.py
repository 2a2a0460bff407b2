"""Where the files that come with the program lie: in a checkout or inside the package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(name: str) -> Path:
    """A file of `resources/`, by its name."""
    return _folder("resources") / name


def examples() -> tuple[Path, ...]:
    """The drawings that come with the program, in alphabetical order."""
    return tuple(sorted(_folder("examples").glob("*.nodegraph")))


def demo() -> Path:
    """The example to begin with: its data need no download."""
    return _folder("examples") / "digits_cnn.nodegraph"
