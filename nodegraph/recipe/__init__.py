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
    Constant,
    CosineAnnealingLR,
    CrossEntropyLoss,
    L1Loss,
    MSELoss,
    NLLLoss,
    OneCycleLR,
    Optimizer,
    Part,
    RMSprop,
    SmoothL1Loss,
    StepLR,
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
    "Constant",
    "CosineAnnealingLR",
    "CrossEntropyLoss",
    "Dataset",
    "L1Loss",
    "MSELoss",
    "NLLLoss",
    "OneCycleLR",
    "Optimizer",
    "Part",
    "RMSprop",
    "Recipe",
    "SmoothL1Loss",
    "StepLR",
    "part",
]
