"""The command line. Each command loads Qt or torch only if its own work needs them."""

from nodegraph.cli.app import app, main

__all__ = ["app", "main"]
