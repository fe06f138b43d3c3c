"""What comes and goes: the carriers of codes, foreign files, answers inside a text."""
