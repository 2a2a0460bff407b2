"""Whether a wire would fit, before it is there."""

from nodegraph.analysis import check
from nodegraph.analysis.fits import refusal
from nodegraph.graph import Graph, Port
from tests.networks import layer, wired


def drawn():
    graph = wired(Graph(), "image", layer("Input", shape=(1, 28, 28)))
    graph = wired(graph, "conv1", layer("Conv2d", out_channels=8), "image")
    graph = wired(graph, "add", layer("Add"), "image")
    graph = wired(graph, "volume", layer("Conv3d"))
    return wired(graph, "pair", layer("Bilinear"))


def asked(source, target, name="input"):
    graph = drawn()
    return refusal(graph, check(graph).types, Port(source, "output"), Port(target, name))


def test_what_fits_is_not_refused():
    assert asked("image", "conv1") == ""


def test_a_wrong_shape_says_what_was_expected_and_what_came():
    assert asked("conv1", "volume").startswith("volume expects volumes")
    assert asked("conv1", "volume").endswith(", got B×8×26×26")


def test_a_loop_names_a_node_on_it():
    assert asked("conv1", "conv1") == "this would make a loop through conv1"


def test_a_second_branch_of_another_shape_is_refused():
    assert asked("conv1", "add") != ""


def test_what_is_not_known_yet_is_let_through():
    assert asked("conv1", "pair", "input1") == ""
    assert asked("volume", "conv1") == ""


def test_a_port_that_is_not_there_is_refused():
    assert asked("conv1", "volume", "weight") == "volume has no input weight"
