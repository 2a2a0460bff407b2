"""Another key for a command, another way for a stroke of the mouse, other ones for all.

Every choice holds at once, in menus, tooltips, palette and the keys at a glance; nothing waits for
a button that confirms.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nodegraph.ui.commands.key_field import KeyField
from nodegraph.ui.commands.keys import TAKES_ALT, Keys, native
from nodegraph.ui.commands.rows import CommandRow, found, in_words, rows, stroke_rows
from nodegraph.ui.mouse import OFFERS, WHEELS, Mouse
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.presets import PRESETS
from nodegraph.ui.strokes import NAMED
from nodegraph.ui.style import called

SIZE = (680, 620)  # px
NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Every command with its keys, every stroke with its ways.

    A new one is pressed or done in the field under the list.
    """

    def __init__(
        self, keys: Keys, actions: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        called(self, "keys_dialog", self.tr("Keys"))
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._keys, self._actions = keys, actions
        self._pressed = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._choices())
        column.addWidget(self._search_field())
        column.addWidget(self._list(), 1)
        column.addLayout(self._row())
        column.addWidget(self._told())
        column.addLayout(self._end())
        keys.changed.connect(self._fill)
        self._fill()
        self.search.setFocus()

    # How it is made

    def _choices(self) -> QHBoxLayout:
        presets = {
            "default": self.tr("Default"),
            "blender": self.tr("Like Blender"),
            "unreal": self.tr("Like Unreal"),
            "trackpad": self.tr("Trackpad"),
        }
        wheels = {
            "auto": self.tr("Wheel: automatic"),
            "zoom": self.tr("Wheel zooms"),
            "pan": self.tr("Wheel pans"),
        }
        offers = {
            "search": self.tr("A wire let go: search"),
            "menu": self.tr("A wire let go: menu"),
            "nothing": self.tr("A wire let go: nothing"),
        }
        self.preset = self._combo("keys_preset", self.tr("Keys as in"), presets, tuple(PRESETS))
        self.wheel = self._combo("mouse_wheel", self.tr("What the wheel does"), wheels, WHEELS)
        self.offer = self._combo(
            "mouse_offer", self.tr("What a wire let go where nothing is brings"), offers, OFFERS
        )
        self.preset.activated.connect(lambda: self._keys.choose(self.preset.currentData()))
        row = QHBoxLayout()
        row.addWidget(self.preset, 1)
        for combo in (self.wheel, self.offer):
            combo.activated.connect(self._choose_mouse)
            row.addWidget(combo, 1)
        return row

    def _combo(
        self, name: str, accessible: str, texts: dict[str, str], values: tuple[str, ...]
    ) -> QComboBox:
        combo = QComboBox(self)
        called(combo, name, accessible)
        combo.setToolTip(accessible)
        for value in values:
            combo.addItem(texts[value], value)
        return combo

    def _search_field(self) -> QLineEdit:
        self.search = QLineEdit(self)
        called(self.search, "keys_search", self.tr("Search commands"))
        self.search.setPlaceholderText(self.tr("Search commands"))
        self.search.textChanged.connect(self._fill)
        return self.search

    def _list(self) -> QTreeWidget:
        self.list = QTreeWidget(self)
        called(self.list, "keys_list", self.tr("Commands, strokes and their keys"))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys")])
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.ensurePolished()  # before the first row tells how high each is
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._turn)
        self.list.itemActivated.connect(lambda: self.field.setFocus())
        self.no_hit = NoHit(self.list, self.search)
        return self.list

    def _row(self) -> QHBoxLayout:
        self.field = KeyField(self)
        called(self.field, "keys_field", self.tr("The new key"))
        self.field.taken.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        self.give = self._button("keys_give", self.tr("Give it"), self._give, "primary")
        self.none = self._button("keys_none", self.tr("No key"), self._clear)
        self.restore = self._button("keys_restore", self.tr("Restore"), self._restore)
        for button in (self.give, self.none, self.restore):
            row.addWidget(button)
        return row

    def _button(self, name: str, text: str, act: object, kind: str = "") -> QPushButton:
        button = QPushButton(text, self)
        called(button, name, text, kind)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _told(self) -> QLabel:
        self.told = QLabel(self)
        called(self.told, "keys_told", self.tr("Who has that key"), "muted")
        self.told.setWordWrap(True)
        return self.told

    def _end(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(
            self._button("keys_restore_all", self.tr("Restore all"), self._keys.restore_all)
        )
        words = self.tr("Where the desktop takes Alt with the mouse: do the same with Ctrl+Alt")
        self.spare_alt = self._button(
            "keys_spare_alt", self.tr("Ctrl+Alt for Alt"), self._keys.leave_alt
        )
        self.spare_alt.setToolTip(words)
        self.spare_alt.setVisible(TAKES_ALT)
        row.addWidget(self.spare_alt)
        row.addStretch(1)
        row.addWidget(self._button("keys_close", self.tr("Close"), self.close))
        return row

    # What it shows

    def _fill(self) -> None:
        keys = self._keys
        before = self._name()
        self.list.blockSignals(True)
        self.list.clear()
        for row in found(self.search.text(), self._rows()):
            self.list.addTopLevelItem(self._item(row))
        self.list.blockSignals(False)
        items = [self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount())]
        same = next((item for item in items if item and item.data(0, NAME) == before), None)
        if (item := same or self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(item)
        self._turn()
        mouse = keys.mouse
        for combo, value in (
            (self.preset, keys.preset.name),
            (self.wheel, mouse.wheel),
            (self.offer, mouse.offer),
        ):
            combo.setCurrentIndex(combo.findData(value))

    def _rows(self) -> list[CommandRow]:
        return rows(self._actions, self._keys) + stroke_rows(self._keys)

    def _item(self, row: CommandRow) -> QTreeWidgetItem:
        name = row.command.name
        held = "   ".join(self._written(name, key) for key in self._keys.of(name))
        item = QTreeWidgetItem([row.title, row.menu, held])
        item.setData(0, NAME, name)
        if self._keys.is_own(name):
            font = item.font(2)
            font.setBold(True)
            item.setFont(2, font)
        return item

    def _written(self, name: str, key: str) -> str:
        return in_words(key, NAMED[name]) if name in NAMED else native(key)

    def _name(self) -> str:
        item = self.list.currentItem()
        return item.data(0, NAME) if item is not None else ""

    def _turn(self) -> None:
        self._pressed = ""
        self.field.clear()
        self._tell("")
        name = self._name()
        stroke = NAMED.get(name)
        if stroke is None:
            wants, hint = "key", self.tr("Click here and press the new key")
        elif stroke.kind == "wheel":
            wants, hint = "wheel", self.tr("Turn the wheel here, with the keys held")
        else:
            wants, hint = "mouse", self.tr("Press the button here, with the keys held")
        self.field.wants = wants
        self.field.setPlaceholderText(hint)
        if TAKES_ALT and name in self._keys.with_alt:
            self._tell(self.spare_alt.toolTip())
        self.none.setEnabled(bool(self._keys.of(name)))
        self.restore.setEnabled(self._keys.is_own(name))
        self.spare_alt.setEnabled(bool(self._keys.with_alt))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.give.setEnabled(bool(self._pressed and self._name()))

    # What is chosen

    def _take(self, key: str) -> None:
        name = self._name()
        written = self._written(name, key)
        self._pressed = key
        self.field.setText(written)
        holders = self._keys.holders(key, name)
        if key == "wheel" or any(NAMED[n].fixed for n in holders if n in NAMED):
            self._pressed = ""
            self._tell(self.tr("{0} keeps its meaning: hold a key with it.").format(written))
        elif not holders:
            self._tell(self.tr("Nobody has {0} yet.").format(written))
        else:
            titles = [row.title for row in self._rows() if row.command.name in holders]
            words = self.tr("{0} is the key of {1}, which would go without it.")
            self._tell(words.format(written, ", ".join(titles)))

    def _give(self) -> None:
        self._leave_button()
        self._keys.assign(self._name(), self._pressed)

    def _clear(self) -> None:
        self._leave_button()
        self._keys.assign(self._name(), "")

    def _restore(self) -> None:
        self._leave_button()
        self._keys.restore(self._name())

    def _leave_button(self) -> None:
        # It may be switched off now, and the one beside it would take away what was given.
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_mouse(self) -> None:
        chosen = (combo.currentData() for combo in (self.wheel, self.offer))
        self._keys.choose_mouse(Mouse(*chosen))
