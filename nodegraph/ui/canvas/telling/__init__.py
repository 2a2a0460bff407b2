"""What the canvas tells of a node or a wire: advice with its cures, tips and help."""
