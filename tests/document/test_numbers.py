"""No number of a file puts anything nowhere: it is refused by a sentence that names its field.

PEERS: the zoom became NaN and the nodes collapsed.
"""

from __future__ import annotations

import json
from math import isfinite
from pathlib import Path

import pytest

from nodegraph.document import FileError, load

WHOLE = {
    "nodegraph": 1,
    "name": "Small",
    "nodes": [
        {"id": "image", "layer": "Input", "settings": {"shape": [1, 28, 28]}},
        {"id": "relu", "layer": "ReLU", "inputs": {"input": ["image", "output"]}},
    ],
    "places": {"image": [0, 0], "relu": [200, 0]},
    "frames": [{"id": "frame1", "title": "All", "box": [0, 0, 400, 200], "nodes": ["relu"]}],
    "notes": [{"id": "note1", "text": "why", "box": [0, 300, 150, 60]}],
    "dots": [{"id": "dot1", "source": ["image", "output"], "at": [100, 0]}],
    "bookmarks": {"1": [0, 0, 1]},
}
FIELDS = (
    ("places", "image"),
    ("frames", 0, "box"),
    ("notes", 0, "box"),
    ("dots", 0, "at"),
    ("bookmarks", "1"),
)
WRONG = ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e308", "1e9", "true", '"1"', "null")


def written(field: tuple[str | int, ...], part: int, number: str) -> str:
    """The file with one number of one field in its place."""
    content = json.loads(json.dumps(WHOLE))
    at = content
    for name in field:
        at = at[name]
    at[part] = "@"
    return json.dumps(content).replace('"@"', number)


def test_the_file_itself_is_one(tmp_path: Path) -> None:
    (tmp_path / "whole").write_text(json.dumps(WHOLE))
    assert load(tmp_path / "whole").bookmarks


@pytest.mark.parametrize("number", WRONG)
@pytest.mark.parametrize("field", FIELDS)
def test_a_number_that_is_nowhere_is_refused(tmp_path: Path, field, number: str) -> None:
    file = tmp_path / "damaged.nodegraph"
    for part in range(len(WHOLE["places"]["image"])):
        file.write_text(written(field, part, number))
        with pytest.raises(FileError) as error:
            load(file)
        told = str(error.value)
        assert field[0] in told or "number that can't be read" in told
        assert "Traceback" not in told


@pytest.mark.parametrize("number", ["0", "-1", "1e-308", "1e300", "NaN"])
def test_a_view_or_a_box_of_no_size_is_refused(tmp_path: Path, number: str) -> None:
    file = tmp_path / "damaged.nodegraph"
    for field, part in ((("bookmarks", "1"), 2), (("frames", 0, "box"), 2)):
        file.write_text(written(field, part, number))
        try:
            drawing = load(file)
        except FileError:
            continue
        assert isfinite(drawing.bookmarks[1].zoom)
        assert drawing.bookmarks[1].zoom > 0
        assert drawing.frames["frame1"].box.width > 0
