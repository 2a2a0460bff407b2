"""Models and code of other programs are named as what they are, and never read."""

from __future__ import annotations

from pathlib import Path

import pytest

from nodegraph.document import FileError, load
from nodegraph.document.foreign import foreign

KINDS = {
    "net.onnx": "an ONNX model",
    "net.pt": "a PyTorch file",
    "NET.PTH": "a PyTorch file",
    "net.safetensors": "a file of weights",
    "net.py": "Python code",
    "net.ipynb": "a notebook",
    "net.keras": "a Keras model",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_a_file_of_another_program_says_what_it_is_and_is_not_opened(
    name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / name
    file.write_bytes(b"raise SystemExit")
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with pytest.raises(FileError) as error:
        load(file)
    assert str(error.value) == (
        f"{file}: is {kind}; importing one comes in a later version."
        " Until then, draw it in the editor."
    )


@pytest.mark.parametrize("name", ["net.nodegraph", "net.json", "net", "net.txt"])
def test_what_may_be_a_drawing_is_looked_at(name: str) -> None:
    assert foreign(name) is None
