"""Every command of the window, declared once: menus, toolbar, keys, palette and overlay read it."""

from __future__ import annotations

from nodegraph.ui.commands.arrange import ARRANGE
from nodegraph.ui.commands.edit import EDIT
from nodegraph.ui.commands.frames import FRAMES
from nodegraph.ui.commands.node import NODE
from nodegraph.ui.commands.program import FILE, RUN, WINDOW
from nodegraph.ui.commands.select import SELECT
from nodegraph.ui.commands.view import VIEW
from nodegraph.ui.commands.wires import WIRE_VIEW

COMMANDS = (*FILE, *EDIT, *SELECT, *NODE, *ARRANGE, *FRAMES, *VIEW, *WIRE_VIEW, *RUN, *WINDOW)
