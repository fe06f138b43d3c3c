"""From answers to a result: exact, pure, the twin of the browser's engine."""
