"""`nodegraph demo`: something that trains at once, from data that need no download."""

from __future__ import annotations

from pathlib import Path

import nodegraph
from nodegraph.cli.editor import edit, has_display
from nodegraph.cli.export import module, script, write
from nodegraph.cli.say import DONE, Refused, out
from nodegraph.cli.train import run
from nodegraph.resources import demo as demo_file


def demo() -> int:
    """The editor on the example; without a display, trained here and its code put beside."""
    if has_display():
        return edit(None, demo=True)
    drawing, name = nodegraph.load(demo_file()), demo_file().stem
    written = {
        Path(f"{name}.py"): module(drawing).encode(),
        Path(f"{name}_train.py"): script(drawing).encode(),
    }
    for target, content in written.items():
        if target.exists() and target.read_bytes() != content:
            raise Refused(
                f"{target.absolute()} is there already and isn't ours. "
                "Start the demo in another folder."
            )
    out("There is no display, so the demo trains here.")
    code = run(drawing, as_json=False)
    if code == DONE:
        for target, content in written.items():
            write(target, content)
        network, program = (str(target.absolute()) for target in written)
        out(f"The network as PyTorch: {network}")
        out(f"The script that repeats this run: {program}")
    return code
