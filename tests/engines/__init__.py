"""Both engines, the joiner and `readiness score`, held to the scoring model and to each other."""
