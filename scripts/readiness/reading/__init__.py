"""From an author's YAML to a checked questionnaire, or every problem with its place."""
