"""What lies near a place, against asking every rectangle."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from nodegraph.ui.canvas.cells import Cells

whole = st.integers(-4000, 4000)
boxes = st.builds(QRectF, whole, whole, st.integers(1, 9000), st.integers(1, 3000))


@given(st.lists(boxes, max_size=30), boxes, st.sets(st.integers(0, 29)))
def test_near_answers_what_touches(entered, asked, gone):
    cells = Cells()
    kept = dict(enumerate(entered))
    for key, box in kept.items():
        cells.put(key, box.translated(5000, 5000))
        cells.put(key, box)
    for key in gone:
        cells.remove(key)
        kept.pop(key, None)
    touching = {
        key
        for key, box in kept.items()
        if box.left() <= asked.right()
        and box.right() >= asked.left()
        and box.top() <= asked.bottom()
        and box.bottom() >= asked.top()
    }
    assert set(cells.near(asked)) == touching
    assert len(cells) == len(kept)


def test_around_all_is_the_smallest_rectangle():
    cells = Cells()
    assert cells.around_all().isEmpty()
    cells.put("a", QRectF(0, 0, 10, 10))
    cells.put("b", QRectF(90, -20, 10, 10))
    assert cells.around_all() == QRectF(0, -20, 100, 30)
