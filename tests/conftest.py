"""What holds for every test: no display, nobody's own folders, no window left open."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)  # how long one takes says what else goes on
settings.load_profile("here")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Settings, runs and recovered drawings of whoever runs the tests stay as they are.
_HOME = tempfile.mkdtemp(prefix="nodegraph-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = os.path.join(_HOME, _name.lower())
if "PYTEST_XDIST_WORKER" in os.environ:
    # A worker for each core: threads of torch beyond that would only wait for one another.
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def no_window_stays_open():
    """A window that a test leaves open would take the next test's keys."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        left = [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
        assert not left, f"left open: {left}"


_ended: list[int] = []  # the exit status, once the session has one


def pytest_sessionfinish(exitstatus: int) -> None:
    _ended.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leaves without the interpreter's own end, where PySide6 now and then crashes.

    pytest holds windows of many tests until then, and they are destroyed in any order, some after
    the application they belong to. By now everything is told and every test's own check for
    windows, threads and timers left behind has run. A worker must still answer its master.
    """
    if _ended and "PySide6.QtWidgets" in sys.modules and not hasattr(config, "workerinput"):
        shutil.rmtree(_HOME, ignore_errors=True)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_ended[-1])
