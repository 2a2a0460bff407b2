"""The style sheet of the whole window, written from a theme's colours.

Spaces go in steps of 4 px, fields have corners of 6 px, and surfaces are parted by one line of
1 px instead of boxes in boxes. Widgets say what they are by the property `kind`.
"""

from __future__ import annotations

from nodegraph.resources import resource
from nodegraph.ui.theme import Theme

HEAD_PX = 10
TITLE_PX = 15


def sheet(theme: Theme) -> str:
    """The style sheet in this theme's colours."""
    return "".join(part(theme) for part in _PARTS)


def _texts(t: Theme) -> str:
    """Windows, labels and tips."""
    return f"""\
QMainWindow, QDialog, QWidget[kind="panel"] {{ background: {t.panel}; color: {t.text}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QFileDialog QToolButton {{ padding: 4px; }}
QLabel {{ color: {t.text}; background: transparent; }}
QLabel[kind="muted"], QLabel[kind="inferred"] {{ color: {t.muted}; }}
QLabel[kind="head"] {{ color: {t.muted}; font-size: {HEAD_PX}px; font-weight: bold; }}
QLabel[kind="title"] {{ font-size: {TITLE_PX}px; font-weight: bold; }}
QLabel[kind="bad"] {{ color: {t.bad}; }}
QLabel[kind="warn"] {{ color: {t.warn}; }}
QLabel[kind="strong"] {{ font-weight: bold; }}
QLabel#recipe_reason {{ padding: 0 16px 8px 16px; }}
QLabel#views_share {{ padding: 0 16px 6px 0; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}

"""


def _menus(t: Theme) -> str:
    """Menus and their bar."""
    return f"""\
QMenuBar {{ background: {t.panel}; color: {t.text}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.raised}; }}
QMenu {{
    background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px;
    menu-scrollable: 1; }}
QMenu::item {{ padding: 6px 24px 6px 20px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.fill}; color: {t.on_accent}; }}
QMenu::item:disabled {{ color: {t.off}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}

"""


def _strips(t: Theme) -> str:
    """The strips over and under the pages, and what parts panes."""
    return f"""\
QWidget#toolbar {{ background: {t.panel}; border-bottom: 1px solid {t.line}; }}
QWidget#tab_strip {{ background: {t.panel}; border-bottom: 1px solid {t.line}; }}
QFrame[kind="notice"] {{ background: {t.raised}; border-bottom: 1px solid {t.line}; }}
QStatusBar {{ background: {t.raised}; border-top: 1px solid {t.line}; color: {t.muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.muted}; padding: 0 4px; }}
QStatusBar QLabel[kind="bad"] {{ color: {t.bad}; font-weight: bold; }}
QStatusBar QLabel[kind="warn"] {{ color: {t.warn}; font-weight: bold; }}
QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}

"""


def _buttons(t: Theme) -> str:
    """Buttons by their kind."""
    ring = t.on_accent if t.on_accent == t.canvas else t.text  # what differs more from the fill
    return f"""\
QPushButton, QToolButton {{
    background: {t.raised}; color: {t.text}; border: 1px solid transparent;
    border-radius: 6px; padding: 5px 10px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {t.line}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.field}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.off}; background: {t.panel}; }}
QPushButton[kind="primary"], QPushButton#train {{
    background: {t.fill}; color: {t.on_accent}; font-weight: bold; padding: 5px 16px; }}
QPushButton[kind="primary"]:hover, QPushButton#train:hover {{ border-color: {t.accent}; }}
QPushButton[kind="primary"]:focus, QPushButton#train:focus {{
    border: 2px solid {ring}; padding: 4px 15px; }}
QPushButton[kind="primary"]:disabled, QPushButton#train:disabled {{
    background: {t.raised}; color: {t.off}; }}
QWidget#run_bar QPushButton {{ min-height: 17px; }}
QMessageBox QPushButton:default {{
    background: {t.fill}; color: {t.on_accent}; font-weight: bold; }}
QMessageBox QLabel#qt_msgbox_label, QMessageBox QLabel#qt_msgbox_informativelabel {{
    min-width: 260px; }}
QFrame[kind="notice"] QPushButton {{ border-color: {t.line}; background: {t.panel}; }}
QFrame[kind="notice"] QPushButton[kind="primary"] {{
    background: {t.fill}; border-color: {t.fill}; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton::menu-indicator {{ image: none; }}
QPushButton[kind="flag"], QPushButton[kind="row"] {{
    background: {t.field}; border-color: {t.line}; padding: 5px 9px; text-align: left; }}
QPushButton[kind="row"] {{ background: {t.panel}; padding: 7px 12px; }}
QPushButton[kind="flag"]:hover, QPushButton[kind="row"]:hover {{ background: {t.raised}; }}
QPushButton[kind="flag"]:focus, QPushButton[kind="row"]:focus {{ border-color: {t.accent}; }}
QPushButton[kind="link"], QToolButton[kind="link"] {{ background: transparent; color: {t.muted}; }}
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover {{ color: {t.text}; }}
QLabel[kind="pill"] {{
    background: {t.raised}; color: {t.text}; border-radius: 12px; padding: 4px 12px; }}

"""


def _fields(t: Theme) -> str:
    """What is typed into and chosen from."""
    return f"""\
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit {{
    background: {t.field}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px;
    padding: 4px 8px; selection-background-color: {t.fill};
    selection-color: {t.on_accent}; placeholder-text-color: {t.muted}; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
    border-color: {t.accent}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{ border-color: {t.bad}; color: {t.bad}; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {t.off}; }}
QLineEdit[kind="name"] {{
    background: transparent; border-color: transparent; padding: 2px 4px 2px 2px;
    font-size: {TITLE_PX}px; font-weight: bold; }}
QLineEdit[kind="name"]:hover {{ border-color: {t.line}; }}
QLineEdit[kind="name"]:focus {{ border-color: {t.accent}; background: {t.field}; }}
QLineEdit[kind="name"][wrong="true"] {{ border-color: {t.bad}; }}
QLineEdit[kind="chip"] {{ padding: 0 5px; border-radius: 5px; border-color: {t.accent}; }}
QPlainTextEdit[kind="chip"] {{ padding: 0; border-color: {t.accent}; }}
QLineEdit[kind="chip"][wrong="true"] {{ border-color: {t.bad}; }}
QPushButton[kind="chip"], QComboBox[kind="chip"] {{ padding: 0 5px; border-radius: 5px; }}
QLabel#canvas_field_wrong {{
    background: {t.raised}; border: 1px solid {t.bad}; border-radius: 6px; padding: 4px 8px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QLineEdit {{ lineedit-clear-button-icon: url("{resource("cross.png").as_posix()}"); }}
QComboBox::down-arrow {{ image: url("{resource("arrow.png").as_posix()}");
    width: 10px; height: 6px; }}
QComboBox QAbstractItemView {{
    background: {t.panel}; color: {t.text}; border: 1px solid {t.line};
    selection-background-color: {t.fill}; selection-color: {t.on_accent}; outline: none; }}
QProgressBar {{
    background: {t.field}; border: none; border-radius: 3px; max-height: 6px; color: {t.text}; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}

"""


def _tabs(t: Theme) -> str:
    """Tabs of panels and of pages."""
    return f"""\
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
QTabBar {{ background: {t.panel}; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {t.muted}; padding: 7px 4px 6px 4px; margin: 0 8px;
    border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; font-weight: bold; border-bottom-color: {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
QTabBar#document_tabs::tab {{ margin: 0 0 0 8px; }}

"""


def _pages(t: Theme) -> str:
    """The start page and cards."""
    return f"""\
QLabel#start_title {{ font-size: 22px; font-weight: bold; }}
QPushButton#start_open {{ background: {t.panel}; border-color: {t.line}; }}
QScrollArea#start_page, QWidget#start_content {{ background: {t.canvas}; }}
QFrame[kind="card"] {{ background: {t.raised}; border-radius: 6px; }}
QFrame[kind="card"]:hover {{ border: 1px solid {t.line}; }}
QFrame[kind="card"]:focus {{ border: 1px solid {t.accent}; }}
QFrame[kind="card"] QPushButton {{ background: {t.panel}; border-color: {t.line}; }}
QFrame[kind="card"] QPushButton[kind="primary"] {{ background: {t.fill}; border-color: {t.fill}; }}
"""


def _lists(t: Theme) -> str:
    """Lists, trees and what opens over the canvas."""
    return f"""\
QScrollArea, QAbstractScrollArea#palette_list {{ background: transparent; border: none; }}
QAbstractScrollArea#problem_list {{ background: transparent; border: none; }}
QListView#history, QTreeView#outline {{
    background: transparent; color: {t.text}; border: none; outline: none; padding: 4px;
    selection-background-color: {t.raised}; selection-color: {t.text}; }}
QListView#history::item, QTreeView#outline::item {{ padding: 4px; }}
QListView#history::item {{ border-radius: 4px; }}
QListView#history::item:hover, QTreeView#outline::item:hover {{ background: {t.raised}; }}
QListView#history::item:selected, QTreeView#outline::item:selected {{
    background: {t.raised}; color: {t.text}; }}
QListView#history::item:focus, QTreeView#outline::item:focus {{ color: {t.accent}; }}
QFrame#port_list {{ background: {t.panel}; border: 1px solid {t.line}; }}
QListView#port_rows {{ background: transparent; color: {t.text}; border: none; }}
QListView#port_rows::item {{ padding: 4px; }}
QListView#port_rows::item:selected {{ background: {t.fill}; color: {t.on_accent}; }}
QFrame#find_bar, QFrame#node_help, QFrame#command_palette {{
    background: {t.panel}; border: 1px solid {t.line}; border-radius: 9px; }}
QWidget#shortcut_overlay, QWidget#shortcut_columns {{ background: {t.canvas}; }}
QTreeView#keys_list, QListView#resume_runs {{
    background: {t.field}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px;
    outline: none; padding: 4px; selection-background-color: {t.raised};
    selection-color: {t.text}; }}
QTreeView#keys_list::item {{ padding: 5px 12px 5px 6px; }}
QListView#resume_runs::item {{ padding: 6px; border-radius: 4px; }}
QTreeView#keys_list::item:selected, QListView#resume_runs::item:selected {{
    background: {t.raised}; color: {t.text}; }}
QListView#command_list {{ background: transparent; border: none; }}
QFrame#beyond {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 8px; }}
QTableWidget {{ background: {t.panel}; border: none; color: {t.text}; }}
QTableWidget QHeaderView::section {{
    background: {t.panel}; color: {t.muted}; border: none;
    border-bottom: 1px solid {t.line}; padding: 2px 2px; }}
"""


def _scroll_bars(t: Theme) -> str:
    """Scroll bars and the code."""
    return f"""\
QPlainTextEdit#code_text {{ border: none; border-radius: 0; padding: 4px 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 3px; margin: 2px;
    min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


_PARTS = (
    _texts,
    _menus,
    _strips,
    _buttons,
    _fields,
    _tabs,
    _pages,
    _lists,
    _scroll_bars,
)
