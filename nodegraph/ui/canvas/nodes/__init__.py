"""One node: its item, what is written and painted on it, and the editor that opens there."""
