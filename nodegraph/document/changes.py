"""What one edit changed, in the file's own words, and that change made to a file's content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nodegraph.document import marks
from nodegraph.document.drawing import Drawing
from nodegraph.document.writing import node_told, recipe_told, starts_told


def changed(before: Drawing, after: Drawing) -> dict[str, Any]:
    """What an edit changed, in the file's words: nodes put and removed, places, recipe, name,
    and what lies beside the nodes.
    """
    told: dict[str, Any] = {}
    if after.name != before.name:
        told["name"] = after.name
    if after.recipe != before.recipe:
        told["recipe"] = recipe_told(after.recipe)
    if after.graph is not before.graph:
        old, new = before.graph.nodes, after.graph.nodes
        if after.graph.starts != before.graph.starts:
            told["init"] = starts_told(after.graph.starts)
        told["put"] = [node_told(node) for node in new.values() if old.get(node.id) is not node]
        told["removed"] = [node_id for node_id in old if node_id not in new]
        kept = {node_id: None for node_id in old if node_id in new}
        if list(kept | dict.fromkeys(new)) != list(new):
            told["order"] = list(new)  # undo has brought a node back to where it stood
    if after.places is not before.places:
        told["places"] = {
            node_id: [round(place.x, 2), round(place.y, 2)]
            for node_id, place in after.places.items()
            if before.places.get(node_id) != place
        }
    return told | marks.changed(before, after)


def apply(content: dict[str, Any], edit: Mapping[str, Any]) -> None:
    """Makes a change, as `changed` tells it, to what `parse` gives of a file's text."""
    for name in ("name", "recipe", "init", *marks.NAMES):
        if name in edit:
            content[name] = edit[name]
    nodes = {node["id"]: node for node in content["nodes"]}
    for node_id in edit.get("removed", ()):
        del nodes[node_id]
    nodes |= {node["id"]: node for node in edit.get("put", ())}
    places = content["places"] | edit.get("places", {})
    content["nodes"] = [nodes[node_id] for node_id in edit.get("order", nodes)]
    content["places"] = {node_id: place for node_id, place in places.items() if node_id in nodes}
