"""`nodegraph layers`: the vocabulary, and one layer's settings when its name is given."""

from __future__ import annotations

from nodegraph.cli.say import Refused, out, table
from nodegraph.layers import Layer, all_layers, spelled
from nodegraph.setting import help_of, settings_of


def layers(query: str) -> int:
    """Prints the layers that match; an exact name prints that layer whole."""
    wanted = query.strip().lower()
    every = all_layers()
    exact = next((found for found in every if found.__name__.lower() == wanted), None)
    if exact is not None:
        _one(exact)
        return 0
    rows = [
        (found.__name__, found.group, help_of(found)) for found in every if wanted in _words(found)
    ]
    if not rows:
        raise Refused(
            f"No layer is called or described by {query!r}. `nodegraph layers` lists all."
        )
    for line in table(rows):
        out(line)
    return 0


def _words(layer: type[Layer]) -> str:
    return " ".join((layer.__name__, layer.group, *layer.aliases, help_of(layer))).lower()


def _one(layer: type[Layer]) -> None:
    out(f"{layer.__name__}  {layer.group}")
    out(help_of(layer))
    ports = {"inputs": layer.inputs, "outputs": layer.outputs}
    for line in table([(side, ", ".join(names) or "none") for side, names in ports.items()]):
        out(line)
    rows = [
        (setting.name, spelled(setting.default), setting.needs(), setting.help)
        for setting in settings_of(layer)
    ]
    if rows:
        out()
        for line in table([("setting", "default", "takes", ""), *rows]):
            out(line)
