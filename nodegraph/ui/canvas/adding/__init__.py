"""Adding nodes by search: the popup, what it lists, and the spots a node can go to."""
