"""What the command line says of itself."""

from __future__ import annotations

import re

import nodegraph as product
from nodegraph.recipe import DATASETS


def test_the_version_is_told_without_a_window(nodegraph):
    said = nodegraph("--version")
    assert (said.code, said.out) == (0, f"nodegraph {product.__version__}\n")


def test_the_help_of_train_names_every_data_set(nodegraph):
    words = set(re.findall(r"\w+", nodegraph("train", "--help").out))
    assert set(DATASETS) <= words
