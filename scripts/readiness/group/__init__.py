"""Many people: whose answers count, what is told of them, and the report made from that alone."""
