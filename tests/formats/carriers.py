"""What carriers do to a text, written once more as they do it; composed at random."""

from __future__ import annotations

import html
import quopri
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from random import Random

HYPHEN_LIKE = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f\u202a\u202c\u2066\u2069"
HALF = 0.5
SOME = 0.3
BLANKS = "\u00a0\u2009\u200a\u202f\u3000"
NAMES = ("Anna", "Bert", "J\u00fcrgen", "Li", "Mrs O'Hara", "Room 12")


def safe_link(random: Random, text: str) -> str:
    """Put a text into a link, and the link into another."""
    link = quote(f"https://host.example/a/#code={text}", safe="")
    for _ in range(random.randrange(2)):
        link = quote(link, safe="")
    return f"https://safe.example/?url={link}&data=05%7C02%7C{random.randrange(999)}"


def defended(_: Random, text: str) -> str:
    """Rewrite a link as URL Defense 2 does."""
    link = re.sub("[^A-Za-z0-9./]", _defended, f"https://host.example/a/#code={text}")
    return f"https://urldefense.proofpoint.com/v2/url?u={link.replace('/', '_')}&d=DwM&c=x"


def _defended(found: re.Match[str]) -> str:
    return "".join(f"-{byte:02X}" for byte in found[0].encode())


def quoted_printable(random: Random, text: str) -> str:
    """Write a text as quoted-printable, after words that shift where its lines break."""
    return quopri.encodestring(("x" * random.randrange(80) + f" {text}\n").encode()).decode()


def entities(random: Random, text: str) -> str:
    """Write hyphens as numbered signs, once or twice."""
    signs = text.replace("-", random.choice(("&#45;", "&#x2D;", "&hyphen;", "&#8209;")))
    return html.escape(signs) if random.random() < HALF else signs


def dashes(random: Random, text: str) -> str:
    """Put other hyphens in the place of ours."""
    return "".join(random.choice(HYPHEN_LIKE) if sign == "-" else sign for sign in text)


def unseen(random: Random, text: str) -> str:
    """Sow signs that cannot be seen."""
    return "".join(sign + random.choice(UNSEEN) * (random.random() < SOME) for sign in text)


def blanks(random: Random, text: str) -> str:
    """Put blanks beside hyphens."""
    return re.sub("-", lambda _: f"{random.choice(BLANKS)}-{random.choice(BLANKS)}", text)


def wide(_: Random, text: str) -> str:
    """Write ASCII in full width."""
    return re.sub("[!-~]", lambda found: chr(ord(found[0]) + 0xFEE0), text)


def broken(random: Random, text: str) -> str:
    """Break lines anywhere, as a mail program does with a long word, and quote them."""
    mark = random.choice(("", "> ", "> > ", "| ", ">"))
    width = random.randrange(12, 40)
    parts = [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(mark + part for part in parts)


def glued(random: Random, text: str) -> str:
    """Glue a name before, behind or at both ends."""
    before = random.choice(("", f"{random.choice(NAMES)}-", f"{random.choice(NAMES)}:", "x"))
    behind = random.choice(("", f"-{random.choice(NAMES)}", "x", "."))
    return before + text + behind


def lower(_: Random, text: str) -> str:
    """Write a text in small letters."""
    return text.lower()


def bold(random: Random, text: str) -> str:
    """Put tags of a web page inside."""
    at = random.randrange(len(text))
    return f"<p>{text[:at]}<b>{text[at : at + 5]}</b><wbr>{text[at + 5 :]}</p>"


def sentence(random: Random, text: str) -> str:
    """Put a text between words."""
    left, right = random.choice(("()", "[]", "``", "\u201c\u201d", "<>", "**"))
    return f"Hello,\nmy code is {left}{text}{right}, thanks.\n{random.choice(NAMES)}"


def row(random: Random, text: str) -> str:
    """Make a text a cell of a table."""
    sign = random.choice("\t;,|")
    return f"{random.choice(NAMES)}{sign}{text}{sign}5\r\n{random.choice(NAMES)}{sign}{sign}"


# In the order in which they come: who writes, what sends, what shows, who copies.
WRITTEN = (dashes, unseen, blanks, lower, glued, wide)
SENT = (safe_link, defended)
SHOWN = (bold, entities)
COPIED = (broken, quoted_printable)
LAID_OUT = (sentence, row)


def carried(random: Random, code: str) -> tuple[str, list[str]]:
    """Return a code after up to six carriers had it, and their names in order."""
    used = random.sample(WRITTEN, random.randrange(3))
    others = (random.choice((SENT, SHOWN)), COPIED, LAID_OUT)
    used += [random.choice(kind) for kind in others if random.random() < HALF]
    text = code
    for carrier in used:
        text = carrier(random, text)
    return text, [carrier.__name__ for carrier in used]
