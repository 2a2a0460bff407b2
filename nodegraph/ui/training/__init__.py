"""The window's side of training: the thread, the run panel, and the live views."""
