"""Training: the loop as a generator of events, and what it needs. torch, no Qt."""
