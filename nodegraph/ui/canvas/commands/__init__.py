"""What commands do with what is selected on a canvas."""
