"""The instrument and the pages around it, held to their specification."""
