"""Another key for a command, other keys for all, and what the wheel and the buttons mean.

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
from nodegraph.ui.commands.keys import Keys, native
from nodegraph.ui.commands.rows import CommandRow, found, rows
from nodegraph.ui.mouse import OFFERS, PANS, WHEELS, Mouse
from nodegraph.ui.no_hit import NoHit
from nodegraph.ui.presets import PRESETS
from nodegraph.ui.style import called

SIZE = (680, 620)  # px
NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Every command with its keys; a new one is pressed into the field under the list."""

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
        pans = {
            "middle_right": self.tr("Middle and right drag pan"),
            "middle": self.tr("Middle drag pans"),
            "right": self.tr("Right drag pans"),
        }
        offers = {
            "search": self.tr("A wire let go: search"),
            "menu": self.tr("A wire let go: menu"),
            "nothing": self.tr("A wire let go: nothing"),
        }
        self.preset = self._combo("keys_preset", self.tr("Keys as in"), presets, tuple(PRESETS))
        self.wheel = self._combo("mouse_wheel", self.tr("What the wheel does"), wheels, WHEELS)
        self.pan = self._combo("mouse_pan", self.tr("Which button pans"), pans, PANS)
        self.offer = self._combo(
            "mouse_offer", self.tr("What a wire let go where nothing is brings"), offers, OFFERS
        )
        self.preset.activated.connect(lambda: self._keys.choose(self.preset.currentData()))
        row = QHBoxLayout()
        row.addWidget(self.preset, 1)
        for combo in (self.wheel, self.pan, self.offer):
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
        called(self.list, "keys_list", self.tr("Commands and their keys"))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys")])
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
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
        self.field.setPlaceholderText(self.tr("Click here and press the new key"))
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
        row.addStretch(1)
        row.addWidget(self._button("keys_close", self.tr("Close"), self.close))
        return row

    # What it shows

    def _fill(self) -> None:
        keys = self._keys
        before = self._name()
        self.list.blockSignals(True)
        self.list.clear()
        for row in found(self.search.text(), rows(self._actions, keys)):
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
            (self.pan, mouse.pan),
            (self.offer, mouse.offer),
        ):
            combo.setCurrentIndex(combo.findData(value))

    def _item(self, row: CommandRow) -> QTreeWidgetItem:
        name = row.command.name
        held = "   ".join(native(key) for key in self._keys.of(name))
        item = QTreeWidgetItem([row.title, row.menu, held])
        item.setData(0, NAME, name)
        if self._keys.is_own(name):
            font = item.font(2)
            font.setBold(True)
            item.setFont(2, font)
        return item

    def _name(self) -> str:
        item = self.list.currentItem()
        return item.data(0, NAME) if item is not None else ""

    def _turn(self) -> None:
        self._pressed = ""
        self.field.clear()
        self._tell("")
        name = self._name()
        self.none.setEnabled(bool(self._keys.of(name)))
        self.restore.setEnabled(self._keys.is_own(name))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.give.setEnabled(bool(self._pressed and self._name()))

    # What is chosen

    def _take(self, key: str) -> None:
        self._pressed = key
        self.field.setText(native(key))
        holder = self._keys.holder(key, but=self._name())
        if holder is None:
            self._tell(self.tr("Nobody has {0} yet.").format(native(key)))
        else:
            [row] = [r for r in rows(self._actions, self._keys) if r.command is holder]
            words = self.tr("{0} is the key of {1}, which would go without it.")
            self._tell(words.format(native(key), row.title))

    def _give(self) -> None:
        self._keys.assign(self._name(), self._pressed)

    def _clear(self) -> None:
        self._keys.assign(self._name(), "")

    def _restore(self) -> None:
        self._keys.restore(self._name())

    def _choose_mouse(self) -> None:
        chosen = (combo.currentData() for combo in (self.wheel, self.pan, self.offer))
        self._keys.choose_mouse(Mouse(*chosen))
