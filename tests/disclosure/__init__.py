"""What an attacker finds out from everything that goes out; the promise of scoring.md 3.6."""
