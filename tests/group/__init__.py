"""Reports of a group: both engines, held to the scoring model and to each other."""
