"""Lines as the formatter leaves them: at most 88 columns, brackets split from the outside in."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

WIDTH = 88
_PAIRS = {")": "(", "]": "[", "}": "{"}


def columns(text: str) -> int:
    """How wide a text stands: Chinese takes two columns a letter, an accent of its own none."""
    if text.isascii() or max(text) < "\u0300":  # the first that is wider or narrower than one
        return len(text)
    return sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in text)


def statement(
    head: str, expression: str, indent: int, comment: str = "", tail: str = ""
) -> list[str]:
    """`head`, `expression`, `tail` as one line or several.

    The comment stands behind, or above where the line would grow too long.
    """
    lead = " " * indent
    line = f"{lead}{head}{expression}{tail}"
    if not comment and columns(line) <= WIDTH:
        return [line]
    if comment and columns(line) + columns(comment) + 4 <= WIDTH:
        return [f"{line}  # {comment}"]
    above = [f"{lead}# {comment}"] if comment else []
    return above + _broken(head, expression, indent, tail)


def _broken(head: str, expression: str, indent: int, tail: str) -> list[str]:
    lead = " " * indent
    if columns(lead + head + expression + tail) <= WIDTH:
        return [f"{lead}{head}{expression}{tail}"]
    opening = _last_opening(expression)
    if opening is None:
        return _parenthesised(head, expression, indent, tail)
    inner = expression[opening + 1 : -1]
    first, last = f"{lead}{head}{expression[: opening + 1]}", f"{lead}{expression[-1]}{tail}"
    if head.endswith(" = ") and (not inner or columns(first) > WIDTH):
        targets = _split(head.removesuffix(" = "), ",")
        if max(columns(head) + 1, 4 + columns(expression)) <= WIDTH - indent:
            return [f"{lead}{head}(", f"{lead}    {expression}", f"{lead})"]
        if len(targets) > 1:
            return [f"{lead}(", *_rows(targets, indent), *_broken(") = ", expression, indent, tail)]
    if not inner:
        return [f"{lead}{head}{expression}{tail}"]
    if opening and indent + 4 + columns(inner) <= WIDTH:
        return [first, f"{lead}    {inner}", last]
    return [first, *_rows(_split(inner, ","), indent), last]


def _rows(items: list[str], indent: int) -> list[str]:
    """What stands in a bracket, an item a line."""
    return [row for item in items for row in _broken("", item, indent + 4, ",")]


def _parenthesised(head: str, expression: str, indent: int, tail: str) -> list[str]:
    lead = " " * indent
    for sign in ("+", "*", "-", "@"):
        terms = _split(expression, f" {sign} ")
        if len(terms) > 1:
            rows = [f"{lead}    {terms[0]}"] + [f"{lead}    {sign} {term}" for term in terms[1:]]
            if indent + 4 + columns(expression) <= WIDTH:
                rows = [f"{lead}    {expression}"]
            return [f"{lead}{head}(", *rows, f"{lead}){tail}"]
    names = _split(expression, ",")
    if len(names) > 1:
        rows = [f"{lead}    {name}," for name in names]
        return [f"{lead}{head}(", *rows, f"{lead}){tail}"]
    return [f"{lead}{head}{expression}{tail}"]


def _last_opening(expression: str) -> int | None:
    """Where the bracket opens that the expression's last character closes."""
    if expression[-1:] not in _PAIRS:
        return None
    depth = 0
    for at in range(len(expression) - 1, -1, -1):
        if expression[at] in _PAIRS:
            depth += 1
        elif expression[at] in "([{":
            depth -= 1
            if depth == 0:
                # An operator before the bracket: then it is not one call, to be split inside.
                return at if " " not in _outside(expression[:at]) else None
    return None


def _outside(text: str) -> str:
    """The text without what stands in brackets."""
    depth, kept = 0, []
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if depth == 0:
            kept.append(letter)
    return "".join(kept)


def _split(text: str, mark: str) -> list[str]:
    """The text cut at each mark outside brackets and quotes."""
    parts, depth, start, quote = [], 0, 0, ""
    for at, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        else:
            depth += (letter in "([{") - (letter in ")]}")
            if depth == 0 and text.startswith(mark, at):
                parts.append(text[start:at].strip())
                start = at + len(mark)
    return [*parts, text[start:].strip()]
