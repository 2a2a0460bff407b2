"""`nodegraph export`: the network, the whole training script, or trained weights, as a file."""

from __future__ import annotations

from pathlib import Path

import nodegraph
from nodegraph.cli.say import DONE, WRONG, Refused, out
from nodegraph.document import Drawing
from nodegraph.document.whole import write_out
from nodegraph.say import reason

LATER = ("notebook", "onnx", "pt2")


def export(path: Path, target: Path, kind: str, run: Path | None) -> int:
    """Writes the file and says where."""
    if kind in LATER:
        raise Refused(
            f"Export as {kind} comes in a later version. Choose module, script or weights.", WRONG
        )
    if kind == "weights":
        if run is None:
            raise Refused("Weights come from a run: name its folder with --run.", WRONG)
        content = weights(path, run)
    else:
        if run is not None:
            raise Refused("--run goes with --as weights.", WRONG)
        drawing = nodegraph.load(path)
        content = (module if kind == "module" else script)(drawing).encode()
    write(target, content)
    out(f"Wrote {target}.")
    return DONE


def write(target: Path, content: bytes) -> None:
    """Writes the file whole or not at all, and never over a drawing."""
    try:
        write_out(target, content)
    except OSError as error:
        said = f"{target} can't be written: {reason(error)}; nothing has changed."
        raise Refused(said) from error


def module(drawing: Drawing) -> str:
    """The network as PyTorch. Raises Incomplete."""
    return nodegraph.write(drawing).text


def script(drawing: Drawing) -> str:
    """The script that repeats the drawing's run by itself; refused for what can't train."""
    from nodegraph.codegen.script import script

    source, report = nodegraph.write(drawing), nodegraph.check(drawing)
    if report.cause:
        raise Refused(f"The network can't train yet. {report.cause.sentence(drawing.graph)}")
    return script(source, drawing.graph, report, drawing.recipe)


def weights(path: Path, run: Path) -> bytes:
    """The weights of a run of this drawing, as torch keeps them; never runs code from them."""
    kept, trained = run / "weights.pt", run / "model.py"
    if not kept.is_file() or not trained.is_file():
        raise Refused(
            f"{run} is not the folder of a run: it has no {kept.name} beside {trained.name}."
        )
    drawing = nodegraph.load(path)
    if trained.read_text(encoding="utf-8", errors="replace") != nodegraph.write(drawing).text:
        raise Refused(
            f"{path} has changed since the run in {run}, so its weights don't fit. "
            f"Export with {run / 'drawing.nodegraph'}, which holds the network as it trained."
        )
    _must_fit(kept, drawing)
    return kept.read_bytes()


def _must_fit(kept: Path, drawing: Drawing) -> None:
    import torch

    module = nodegraph.build(drawing)
    try:
        module.load_state_dict(torch.load(kept, weights_only=True, map_location="cpu"))
    except Exception as error:  # torch has no one kind for a file that is cut or holds other things
        again = f"nodegraph train {kept.with_name('drawing.nodegraph')} --resume {kept.parent}"
        raise Refused(f"{kept} is damaged. `{again}` writes it again.") from error
