"""What goes wrong with data, said to the person who named them."""


class DataError(Exception):
    """Data that are missing, damaged or too large: a sentence that says what, where, what to do."""
