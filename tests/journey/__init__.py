"""End-to-end proofs in a real Chromium: a person's whole journey, and what can go wrong on it."""
