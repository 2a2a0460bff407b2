"""The cost lens: what it reads, how it colours nodes, and what its colours mean."""
