"""Wires as they are shown: their ways and forms, dots, portals, and what stands along them."""
