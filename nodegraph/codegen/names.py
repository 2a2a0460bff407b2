"""Which names are free: identifiers for the code, from whatever people called their nodes.

Text from a file reaches the code only through here, so nothing but an identifier ever does.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from functools import lru_cache

# What self already has: an attribute of one of these names would break nn.Module.
MODULE_NAMES = frozenset(
    [
        "T_destination",
        "add_module",
        "apply",
        "bfloat16",
        "buffers",
        "call_super_init",
        "children",
        "compile",
        "cpu",
        "cuda",
        "double",
        "dump_patches",
        "eval",
        "extra_repr",
        "float",
        "forward",
        "get_buffer",
        "get_extra_state",
        "get_parameter",
        "get_submodule",
        "half",
        "ipu",
        "load_state_dict",
        "modules",
        "mtia",
        "named_buffers",
        "named_children",
        "named_modules",
        "named_parameters",
        "parameters",
        "register_backward_hook",
        "register_buffer",
        "register_forward_hook",
        "register_forward_pre_hook",
        "register_full_backward_hook",
        "register_full_backward_pre_hook",
        "register_load_state_dict_post_hook",
        "register_load_state_dict_pre_hook",
        "register_module",
        "register_parameter",
        "register_state_dict_post_hook",
        "register_state_dict_pre_hook",
        "requires_grad_",
        "set_extra_state",
        "set_submodule",
        "share_memory",
        "state_dict",
        "to",
        "to_empty",
        "train",
        "training",
        "type",
        "xpu",
        "zero_grad",
    ]
)
# What the code itself calls by name; a variable or class of that name would hide it.
CODE_NAMES = frozenset(
    ["torch", "nn", "F", "self", "super", "isinstance", "module", "name", "parameter", "range"]
)


@lru_cache(maxsize=10_000)
def identifier(text: str, otherwise: str) -> str:
    """The text as an identifier, as close as it comes; `otherwise` when nothing is left of it."""
    # Python itself normalises identifiers so; two names it takes for one must be one here too.
    plain = unicodedata.normalize("NFKC", text)
    word = re.sub(r"\W+", "_", plain).rstrip("_") if not plain.isidentifier() else plain
    word = word.lstrip("_")  # under such names nn.Module keeps what it needs itself
    if word[:1].isdigit():
        word = f"_{word}"
    if not word.isidentifier():
        return otherwise
    return f"{word}_" if keyword.iskeyword(word) else word


def class_name(text: str) -> str:
    """The name of a drawing as a class's name; "Network" when nothing is left of it."""
    word = identifier(text, "Network")
    return f"{word}Net" if word in CODE_NAMES else word


class Namespace:
    """Hands out names once each: conv1, then conv1_2 when conv1 is taken."""

    def __init__(self, reserved: frozenset[str]) -> None:
        self._taken = set(reserved)
        self._next: dict[str, int] = {}  # where to go on counting, so a thousand alike stay quick

    def take(self, wanted: str) -> str:
        """The wanted name, or the first free one made from it."""
        name, number = wanted, self._next.get(wanted, 2)
        while name in self._taken:
            name, number = f"{wanted}_{number}", number + 1
            self._next[wanted] = number
        self._taken.add(name)
        return name

    def free(self, name: str) -> None:
        """Gives a name back."""
        self._taken.discard(name)
