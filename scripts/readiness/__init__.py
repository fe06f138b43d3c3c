"""Readiness: maturity self-assessments as static sites."""

__version__ = "0.1.0"
