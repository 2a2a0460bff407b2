"""What a button offers and what the history tells of it are the same deed."""

import ast
from pathlib import Path

import pytest

from nodegraph import analysis
from nodegraph.analysis.done import PAST, done
from nodegraph.say import in_a_row, inside, say


@pytest.mark.parametrize(
    ("offered", "told"),
    [
        (say("Insert {0}", "Flatten"), "Inserted Flatten"),
        (say("Set {0} to {1}", "fc1", "out = 10"), "Set fc1 to out = 10"),
        (say("{0} after {1}", say("Insert {0}", "Permute"), "key"), "Inserted Permute after key"),
        (
            in_a_row([say("Use {0}", "Linear"), inside(say("Use cross-entropy"))]),
            "Used Linear, used cross-entropy",
        ),
        ("a plain label", "a plain label"),
    ],
)
def test_a_cure_is_told_in_the_past_tense(offered: str, told: str) -> None:
    assert done(offered) == told


def test_every_cure_has_a_past_tense() -> None:
    found = set()
    for path in Path(analysis.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                template = node.args[0]
                found |= {template.value} if isinstance(template, ast.Constant) else set()
    verbs = {text.split()[0] for text in PAST}
    offers = {text for text in found if text.split()[0] in verbs | {"Set"}}
    assert {text for text in offers if not text.startswith("Set ")} == set(PAST)
