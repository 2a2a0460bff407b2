"""The commands with their options, and the one place where an error becomes a sentence.

Each command's work is imported when the command runs, so that `--help` and `layers` load neither
Qt nor torch.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

import nodegraph
from nodegraph.cli.say import DONE, PROBLEMS, WRONG, Refused, error, out
from nodegraph.recipe import DATASETS, Recipe
from nodegraph.setting import settings_of

Device = Literal["auto", "cpu", "cuda", "mps"]
Kind = Literal["module", "script", "notebook", "onnx", "pt2", "weights"]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A .nodegraph file", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line")]
EDIT = "edit"


def _instead(name: str) -> Any:
    """An option in place of a number of the recipe, with the recipe's own range."""
    (setting,) = [setting for setting in settings_of(Recipe) if setting.name == name]
    return typer.Option(min=setting.low, max=setting.high, help="In place of the recipe's")


class Commands(TyperGroup):
    """The commands, with the editor where none is named; errors end as one sentence on stderr."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`nodegraph [FILE] [--startup-time]` is the editor."""
        names = [arg for arg in args if not arg.startswith("-")]
        asked = {"--help", "--version"} & set(args)
        if not asked and (not names or self._is_file(names[0])):
            args = [EDIT, *args]
        return super().parse_args(ctx, args)

    def _is_file(self, name: str) -> bool:
        return name not in self.commands and (name.endswith(".nodegraph") or Path(name).exists())

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; what it answers is the exit code."""
        try:
            code = super().invoke(ctx)
        except BrokenPipeError:
            # Whoever read has seen enough. Nothing may be written at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = PROBLEMS
        except Exception as raised:  # nobody who types a command is helped by a traceback
            code = _tell(raised)
        raise typer.Exit(code or DONE)


def _tell(raised: Exception) -> int:
    """Says an error in a sentence; typer's own, about a wrong command, is raised again."""
    if isinstance(raised, Refused):
        error(str(raised))
        return raised.code
    if isinstance(raised, OSError):
        where = f"{raised.filename}: " if raised.filename else ""
        error(f"{where}{raised.strerror or raised}")
        return PROBLEMS
    if isinstance(raised, _told_to_people()):
        error(str(raised))
        return PROBLEMS
    typers = type(raised).__module__.partition(".")[0] in ("typer", "click")
    if typers or sys.flags.dev_mode:
        raise raised
    error(
        f"A mistake of nodegraph itself: {type(raised).__name__}: {raised}. "
        "`python -X dev -m nodegraph` shows where it is."
    )
    return PROBLEMS


def _told_to_people() -> tuple[type[Exception], ...]:
    from nodegraph.codegen.module import Incomplete
    from nodegraph.data import DataError
    from nodegraph.document import FileError
    from nodegraph.setting import SettingError

    known: list[type[Exception]] = [FileError, DataError, Incomplete, SettingError]
    if "nodegraph.training.run" in sys.modules:  # these need torch, and so can't be raised without
        from nodegraph.training.device import DeviceError
        from nodegraph.training.kept import RunError
        from nodegraph.training.run import NetworkError

        known += [DeviceError, RunError, NetworkError]
    return tuple(known)


app = typer.Typer(
    name="nodegraph",
    cls=Commands,
    help="Draw a neural network, check it, train it, take away plain PyTorch.\n\n"
    "With a FILE, or with nothing, the editor opens.",
    subcommand_metavar="[FILE] | COMMAND [ARGS]...",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _say_version(asked: bool) -> None:
    if asked:
        out(f"nodegraph {nodegraph.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """What stands before a command."""


@app.command(name=EDIT, hidden=True)
def edit(
    file: Annotated[Path | None, typer.Argument(metavar="FILE")] = None,
    startup_time: Annotated[
        bool, typer.Option("--startup-time", help="Show the window, print how long, and leave")
    ] = False,
) -> int:
    """The editor."""
    from nodegraph.cli.editor import edit

    return edit(file, startup_time)


@app.command()
def demo() -> int:
    """The editor on an example, ready to train.

    Its data need no download. Without a display it trains in the terminal.
    """
    from nodegraph.cli.demo import demo

    return demo()


@app.command()
def check(file: File, json: Json = False) -> int:
    """Layers, shapes, weights, cost and problems.

    The exit code is 1 if it can't train.
    """
    from nodegraph.cli.check import check

    return check(file, json)


@app.command()
def train(
    file: File,
    data: Annotated[str | None, typer.Option(help=f"A data set: {', '.join(DATASETS)}")] = None,
    data_root: Annotated[
        Path | None, typer.Option(help="The folder where data lie; nothing is downloaded there")
    ] = None,
    epochs: Annotated[int | None, _instead("epochs")] = None,
    batch_size: Annotated[int | None, _instead("batch_size")] = None,
    seed: Annotated[int | None, _instead("seed")] = None,
    device: Annotated[Device | None, typer.Option(help="Where it is computed")] = None,
    resume: Annotated[
        Path | None,
        typer.Option(help="The folder of a run that goes on; it may get other epochs and device"),
    ] = None,
    runs: Annotated[Path | None, typer.Option(help="The folder where new runs are kept")] = None,
    json: Json = False,
) -> int:
    """Trains a drawing; keeps the run in a folder."""
    from nodegraph.cli.train import train

    chosen: dict[str, Any] = {"epochs": epochs, "batch_size": batch_size, "seed": seed}
    places = {"data_root": data_root, "runs": runs, "resume": resume}
    return train(file, json, data=data, device=device, **chosen, **places)


@app.command()
def export(
    file: File,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT", help="The file to write")],
    kind: Annotated[
        Kind, typer.Option("--as", help="What to write; notebook, onnx, pt2 come later")
    ] = "module",
    run: Annotated[Path | None, typer.Option(help="For weights: the folder of the run")] = None,
) -> int:
    """The network, its script or weights as a file."""
    from nodegraph.cli.export import export

    return export(file, out, kind, run)


@app.command(name="import")
def import_(
    source: Annotated[str, typer.Argument(metavar="SOURCE")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The file to write")],
    input: Annotated[str | None, typer.Option(help="The input's shape: 1,3,224,224")] = None,
) -> int:
    """PyTorch to drawing; comes later."""
    from nodegraph.document.foreign import foreign

    file, _, _ = source.rpartition(":")
    if (why := foreign(source) or foreign(file)) is not None:
        raise Refused(f"{source}: {why}", WRONG)
    raise Refused(
        f"Import of {source} comes in a later version. Until then, draw it in the editor.", WRONG
    )


@app.command()
def render(
    file: File,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT", help=".png or .svg")],
) -> int:
    """A picture of the drawing, without a display."""
    from nodegraph.cli.editor import render

    return render(file, out)


@app.command()
def layers(
    query: Annotated[str, typer.Argument(metavar="[QUERY]", show_default=False)] = "",
) -> int:
    """The vocabulary; one layer's settings."""
    from nodegraph.cli.vocabulary import layers

    return layers(query)


@app.command()
def doctor() -> int:
    """What works here, and what to do where not."""
    from nodegraph.cli.doctor import doctor

    return doctor()


def main() -> None:
    """Runs the command line and exits with its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a name may hold a sign that the terminal lacks
            stream.reconfigure(errors="backslashreplace")
    app()
