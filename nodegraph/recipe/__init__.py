"""Everything a run needs beside the network, and the facts of the data sets.

Names and defaults are torch's own.
"""

from nodegraph.recipe.datasets import DATASETS, Dataset
from nodegraph.recipe.parts import (
    CLASS_LOSSES,
    LOSSES,
    OPTIMIZERS,
    SCHEDULES,
    SGD,
    Adam,
    AdamW,
    BCEWithLogitsLoss,
    CrossEntropyLoss,
    L1Loss,
    MSELoss,
    NLLLoss,
    Optimizer,
    Part,
    RMSprop,
    part,
)
from nodegraph.recipe.recipe import TARGETS, Recipe

__all__ = [
    "CLASS_LOSSES",
    "DATASETS",
    "LOSSES",
    "OPTIMIZERS",
    "SCHEDULES",
    "SGD",
    "TARGETS",
    "Adam",
    "AdamW",
    "BCEWithLogitsLoss",
    "CrossEntropyLoss",
    "Dataset",
    "L1Loss",
    "MSELoss",
    "NLLLoss",
    "Optimizer",
    "Part",
    "RMSprop",
    "Recipe",
    "part",
]
