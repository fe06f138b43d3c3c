"""Tests of reading: YAML, schema, rules, wording, and how problems are shown."""
