"""`nodegraph layers`: the vocabulary in the terminal."""

from __future__ import annotations

from nodegraph.layers import all_layers


def test_layers_lists_the_whole_vocabulary_with_group_and_help(nodegraph):
    said = nodegraph("layers")
    lines = said.out.splitlines()
    assert said.code == 0
    assert len(lines) == len(all_layers())
    assert any(line.split()[:2] == ["Conv2d", "Convolution"] for line in lines)


def test_a_query_finds_by_name_group_and_help(nodegraph):
    assert "BatchNorm2d" in nodegraph("layers", "normali").out
    assert "LSTM" in nodegraph("layers", "recurrent").out


def test_an_exact_name_shows_its_settings_with_defaults(nodegraph):
    out = nodegraph("layers", "conv2d").out
    assert out.startswith("Conv2d  Convolution\nSlides learned filters over a picture.\n")
    assert "kernel_size   3" in out
    assert "inputs   input" in out


def test_a_query_that_matches_nothing_says_so(nodegraph):
    said = nodegraph("layers", "quux")
    assert said.code == 1
    assert said.err == "No layer is called or described by 'quux'. `nodegraph layers` lists all.\n"
