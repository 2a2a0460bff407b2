"""Training: the loop as a generator of events, and runs that are kept and can go on."""
