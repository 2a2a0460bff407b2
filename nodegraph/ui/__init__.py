"""The window. The only place that imports PySide6 and pyqtgraph; it shows and asks, and decides nothing."""
