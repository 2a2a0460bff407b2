"""What is true of a drawn network before it runs: types, problems, cost, and fixes."""

from nodegraph.analysis.check import check
from nodegraph.analysis.report import Answer, Cost, Fix, Probe, Problem, Report

__all__ = ["Answer", "Cost", "Fix", "Probe", "Problem", "Report", "check"]
