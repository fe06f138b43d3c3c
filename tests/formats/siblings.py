"""Siblings of the forms and files in `carried`: other programs that do the same kinds of things."""

from __future__ import annotations

import base64
import codecs
import json
import quopri
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING
from urllib.parse import quote

from .carried import HOST, PLAIN, code_of, saved_of

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

    from .carried import Expected

CYRILLIC = dict(
    zip(
        "ABEKMHOPCTX",
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425",
        strict=True,
    )
)
GREEK = dict(
    zip("ABEZHKMNTX", "\u0391\u0392\u0395\u0396\u0397\u039a\u039c\u039d\u03a4\u03a7", strict=True)
)
BOLD = {chr(65 + n): chr(0x1D400 + n) for n in range(26)} | {
    str(n): chr(0x1D7CE + n) for n in range(10)
}
TYPED = {chr(65 + n): chr(0x1D670 + n) for n in range(26)} | {
    str(n): chr(0x1D7F6 + n) for n in range(10)
}


def _written(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def sibling_forms(questionnaire: Questionnaire) -> dict[str, tuple[str, Expected]]:
    """Return each form of a pasted text with what must come of it."""
    code, other = (code_of(questionnaire, number) for number in (140, 141))
    link = f"{HOST}#code={code}"
    safe = quote(link, safe="")
    saved = json.dumps(json.loads(saved_of(questionnaire, 11)))
    second = json.dumps(json.loads(saved_of(questionnaire, 12)))
    front, back = code[:20], code[20:]
    misread = code.replace("-", "\u2013").encode().decode("cp1252")
    return {
        "Barracuda": (f"https://linkprotect.example/url?a={safe}&c=E,1,abc-DEF&typo=1", PLAIN),
        "a link behind two hosts": (f"https://secure-web.example/1aBc-DEF_gh/{safe}", PLAIN),
        "a filter with keys of its own": (
            f"https://protect2.example/v1/url?k=31323334-501d5122-313273af&q=1&u={safe}",
            PLAIN,
        ),
        "a mail that opens with the code": (
            f'<a href="mailto:b@x.example?subject=A&amp;body=Code%3A%20{code}%0D%0A">x</a>',
            PLAIN,
        ),
        "a chat on a phone": (
            f"\u200e[25.11.26, 10:32] Anna M\u00fcller: {code}\r\n25/11/26, 10:33 - +49: {other}",
            (2, []),
        ),
        "a chat with times behind": (f"{code}10:32\n{other} 10:33 \u2713", (2, [])),
        "a broken line with blanks before": (f"{code[:34]}\n        {code[34:]}", PLAIN),
        "seven signs a line": ("\n".join(code[at : at + 7] for at in range(0, 60, 7)), PLAIN),
        "old line ends": (f"Anna\r{code}\rBert\r{other}", (2, [])),
        "any tag inside": (f"<x-a>{front}</x-a><g-emoji>{back}</g-emoji>", PLAIN),
        "a tag with attributes inside": (f"{front}<nobr class='y'>{back}</nobr>", PLAIN),
        "a comment inside": (f"{front}<!-- page 2 -->{back}<!--[if mso]>", PLAIN),
        "runs of a document": (f"<w:t>{front}</w:t></w:r><w:r><w:t>{back}</w:t>", PLAIN),
        "words of a drawing": (f'<tspan x="1">{front}</tspan><tspan>{back}</tspan>', PLAIN),
        "a code in a tag": (f'<span title="{code}">click</span><td data-x="{other}">1', (2, [])),
        "a code in angle brackets": (f"<{code.lower().replace('1', 'l', 1)}>", PLAIN),
        "rows of two cells": (f'"Anna";"{code[:34]}";"{code[35:]}"\n"Bert";"{other}";', (2, [])),
        "bold letters of a chat": (_written(code, BOLD), PLAIN),
        "letters of a typewriter": (_written(code, TYPED), PLAIN),
        "a Cyrillic keyboard": (_written(f"\u041a\u043e\u0434: {code}", CYRILLIC), PLAIN),
        "a Greek keyboard": (_written(code, GREEK), PLAIN),
        "long vowels for hyphens": (code.replace("-", "\u30fc"), PLAIN),
        "lines for hyphens": (code.replace("-", "\u2500"), PLAIN),
        "dashes in a wrong encoding": (misread, PLAIN),
        "and once more": (misread.encode().decode("cp1252"), PLAIN),
        "blanks in a wrong encoding": (code.replace("-", "\u00c2\u00a0-"), PLAIN),
        "signs that were lost": (code.replace("-", "\ufffd"), PLAIN),
        "a head of a mail": (
            f"Subject: =?utf-8?B?{base64.b64encode(code.encode()).decode()}?=",
            PLAIN,
        ),
        "a head of two lines": (
            f"Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_{code[:30]}?=\r\n =?utf-8?Q?{code[30:]}?=\r\n",
            PLAIN,
        ),
        "saved answers in a text of JSON": (f"see {json.dumps({'text': saved})}", PLAIN),
        "and in that in another": (f"[{json.dumps(json.dumps({'text': saved}))}]", PLAIN),
        "saved answers with line ends in a text": (
            json.dumps({"text": saved_of(questionnaire, 13)}),
            PLAIN,
        ),
        "saved answers in a cell": ('"Anna","' + saved.replace('"', '""') + '"', PLAIN),
        "saved answers of Python": (repr(json.loads(saved)), PLAIN),
        "saved answers in other JSON": (f'{{"a": {saved}, "b": {second}}}', (2, [])),
        "codes in JSON": (json.dumps({"text": f"hi\n{code}\nbye\t{other}"}), (2, [])),
        "other JSON, a slip in it": (
            json.dumps({"m": f"{other} {code[:10]}{'2' if code[10] != '2' else '3'}{code[11:]}"}),
            (1, ["damaged"]),
        ),
    }


def sibling_files(questionnaire: Questionnaire) -> dict[str, tuple[str, bytes, Expected]]:
    """Return each file, by what it is: its name, its bytes and what must come of it."""
    code, other = code_of(questionnaire, 150), code_of(questionnaire, 151)
    table = f"Name;Code\r\nJ\u00fcrgen;{code}\r\nAnna;{other}\r\n"
    dashes = table.replace("-", "\u2013")
    saved = saved_of(questionnaire, 21)
    chat = {"name": "Team", "messages": [{"text": [{"text": code}]}, {"text": f"x {other}"}]}
    return {
        "UTF-32": ("a.txt", table.encode("utf-32"), (2, [])),
        "UTF-32, the greater byte first": (
            "a.txt",
            codecs.BOM_UTF32_BE + table.encode("utf-32-be"),
            (2, []),
        ),
        "UTF-32 without a mark": ("a.txt", table.encode("utf-32-le"), (2, [])),
        "UTF-16, half a sign too much": ("a.txt", table.encode("utf-16") + b"\x00", (2, [])),
        "dashes of an old Macintosh": ("a.csv", dashes.encode("mac-roman"), (2, [])),
        "blanks of an old Macintosh": (
            "a.csv",
            table.replace("-", "\u00a0").encode("mac-roman"),
            (2, []),
        ),
        "dashes of Windows": ("a.csv", dashes.encode("cp1252"), (2, [])),
        "filled up with zeros": ("a.json", saved.encode() + bytes(512), PLAIN),
        "an end of old systems": ("a.txt", code.encode() + b"\x1a", PLAIN),
        "nothing but zeros": ("a.txt", bytes(40), (0, ["empty_file"])),
        "a chat as JSON": ("chat.json", json.dumps(chat, indent=1).encode(), (2, [])),
        "other JSON": ("package.json", b'{"name": "x"}', (0, ["wrong_format"])),
        "rich text in pieces": (
            "a.rtf",
            f"{{\\rtf1\\ansi {code[:20]}\\b0\\f1 {code[20:]}\\par {other}}}".encode(),
            (2, []),
        ),
        "rich text with numbered signs": (
            "a.rtf",
            ("{\\rtf1\\ansi\\uc1 " + code.replace("-", "\\u8211?") + "\\par}").encode(),
            PLAIN,
        ),
        "saved answers in rich text": (
            "a.rtf",
            ("{\\rtf1 " + saved.replace("{", "\\{").replace("}", "\\}") + "}").encode(),
            PLAIN,
        ),
        "a link on a desktop": ("a.url", f"[Internet]\r\nURL={HOST}#code={code}".encode(), PLAIN),
        "a card of an address": ("a.vcf", _card(code), PLAIN),
        "a saved page in parts": ("a.mht", _archive(f"{HOST}#code={code}"), PLAIN),
        "a mail in a mail": ("a.eml", _forwarded(code), PLAIN),
        "a drawing": ("qr.svg", b'<?xml version="1.0"?>\n<svg xmlns="x"/>', (0, ["picture"])),
        "a PDF behind a line end": ("a.pdf", b"\r\n%PDF-1.4\n\xe2\xe3", (0, ["pdf"])),
        "what Windows lays down": (
            "Thumbs.db",
            b"\xd0\xcf\x11\xe0" + bytes(9),
            (0, ["system_file"]),
        ),
        "what a Macintosh lays down": (".DS_Store", b"\x00\x00\x00\x01Bud1", (0, ["system_file"])),
        "a lock of an office program": ("~$a.docx", b"\x05Anna", (0, ["system_file"])),
        "a table in Parquet": ("a.parquet", b"PAR1" + bytes(9) + b"PAR1", (0, ["parquet"])),
        "counts": (
            "counts.csv",
            b"item,role,state,level,people,questionnaire\nlean-motive,leader,rated,1,2,x\n",
            (0, ["counts"]),
        ),
        "counts with semicolons": (
            "counts.csv",
            b"\xef\xbb\xbfpeople;item;role;state;level\r\n2;lean-motive;leader;rated;1\r\n",
            (0, ["counts"]),
        ),
        "a report as a table": (
            "report.csv",
            b"part,id,block,figure,value,to,note\ngroup,,,verdict,,,not_yet\n",
            (0, ["group_report"]),
        ),
        "a report as JSON": (
            "report.json",
            b'{"questionnaire": {"id": "x", "edition": "1"}, "suppressed": null}',
            (0, ["group_report"]),
        ),
        "a printed report": (
            "report.html",
            b'<!doctype html>\n<html><body class="md-typeset rd-printed"><h1>Team</h1>',
            (0, ["group_report"]),
        ),
        "a result": ("r.json", b'{"file": "a.json", "verdict": "ready"}', (0, ["result"])),
        "what another meeting agreed": (
            "agreed.json",
            b'{\n "format": "readiness-agreement", "version": 1, "decisions": []}',
            (0, ["agreement"]),
        ),
    }


def _card(code: str) -> bytes:
    return f"BEGIN:VCARD\r\nFN:Anna\r\nNOTE:{code[:60]}\r\n {code[60:]}\r\nEND:VCARD\r\n".encode()


def _archive(link: str) -> bytes:
    page = f'<html><p>{"x" * 40} <a href="{link}">x</a></html>'
    head = "From: <Saved by Blink>\nContent-Type: text/html\n"
    body = quopri.encodestring(page.encode()).decode()
    return f"{head}Content-Transfer-Encoding: quoted-printable\n\n{body}".replace(
        "\n", "\r\n"
    ).encode()


def _forwarded(code: str) -> bytes:
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"] = outer["From"] = "a@x.example"
    inner.set_content(f"Gr\u00fc\u00dfe {code}", cte="base64")
    outer.set_content("see below")
    outer.add_attachment(inner)
    return outer.as_bytes(policy=SMTP)
