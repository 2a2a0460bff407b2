"""Plain PyTorch from a drawing: the module, and the script that trains it."""
