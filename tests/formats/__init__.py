"""What comes and goes: carriers of codes, foreign files, single answers, counts."""
