"""A sentence is text everywhere, and still knows how it was made."""

import json
import pickle

from nodegraph.analysis import check
from nodegraph.document import FileError
from nodegraph.graph import Graph
from nodegraph.say import Said, either, in_a_row, inside, say, together
from nodegraph.setting import Setting, SettingError


def test_a_sentence_is_plain_text_for_everyone_else():
    said = say("needs {0}, got {1:,}", "a number", 12345)
    assert said == "needs a number, got 12,345"
    assert json.dumps({"message": said}) == '{"message": "needs a number, got 12,345"}'
    assert f"It {said}." == "It needs a number, got 12,345."


def test_a_sentence_remembers_its_template_and_arguments_through_a_pickle():
    said = pickle.loads(pickle.dumps(say("{0} and {1}", say("a wire"), 3)))
    assert (str(said), said.template, said.arguments) == (
        "a wire and 3",
        "{0} and {1}",
        ("a wire", 3),
    )
    assert isinstance(said.arguments[0], Said)


def test_what_is_neither_text_nor_number_becomes_text_at_once():
    assert say("{0}", None).arguments == ("None",)


def test_an_error_gives_its_sentence_back():
    said = str(FileError(say("needs one line of text"), "net.nodegraph", 3, "name"))
    assert said == "net.nodegraph, line 3, name: needs one line of text"
    assert isinstance(said, Said)
    assert isinstance(said.arguments[1], Said)
    assert isinstance(str(SettingError("lr", say("a number"), "x")), Said)


def test_a_sentence_inside_another_begins_small_and_stays_the_same_sentence():
    small = inside(say("Use {0}", "ReLU"))
    assert small == "use ReLU"
    assert isinstance(small, Said)
    assert small.template == "Use {0}"


def test_several_parts_are_joined_as_people_do():
    assert together(["a", "b", "c"]) == "a and b and c"
    assert either(["a", "b"]) == "a or b"
    assert in_a_row(["a"]) == "a"
    assert together([]) == ""


def test_what_a_setting_needs_is_a_sentence():
    assert isinstance(Setting("int", 1, low=1, high=9).needs(), Said)


def test_every_problem_of_a_half_built_network_is_a_sentence():
    for problem in check(Graph()).problems:
        assert isinstance(problem.message, Said)
        assert isinstance(problem.needed, Said)
        assert all(isinstance(fix.label, Said) for fix in problem.fixes)
