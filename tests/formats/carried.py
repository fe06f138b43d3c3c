"""What people paste and which files they choose, and what must come of each.

`Expected` is how many contributions are taken and the reasons, in order, of what is named.
"""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import quopri
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import quote

from readiness.engine.fingerprint import questionnaire_fingerprint
from readiness.engine.response_code import Contribution, encode

if TYPE_CHECKING:
    from readiness.questionnaire import Questionnaire

Expected = tuple[int, list[str]]
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HOST = "https://host.example/answers/"
PLAIN: Expected = (1, [])


def code_of(questionnaire: Questionnaire, number: int, role: str = "leader") -> str:
    """Return the code of the person with a number."""
    answers = {
        item.id: 1 + (number + place) % len(item.scale.levels)
        for place, item in enumerate(questionnaire.items)
        if item.asked_of(role)
    }
    respondent = f"{SIGNS[number // 32 % 32]}{SIGNS[number % 32]}".ljust(13, "7")
    return encode(questionnaire, Contribution(role=role, answers=answers, respondent=respondent))


def saved_of(questionnaire: Questionnaire, number: int) -> str:
    """Return the saved response of the person with a number."""
    answers = {item.id: 3 for item in questionnaire.items if item.asked_of("leader")}
    origin = {
        "id": questionnaire.id,
        "edition": questionnaire.edition,
        "fingerprint": questionnaire_fingerprint(questionnaire),
    }
    file = {"format": "readiness-responses", "version": 1, "kind": "contribution"}
    own = {"respondent": f"S{number:012d}", "role": "leader", "answers": answers}
    return json.dumps(file | {"questionnaire": origin} | own, indent=2)


def pasted_forms(questionnaire: Questionnaire) -> dict[str, tuple[str, Expected]]:
    """Return each form of a pasted text with what must come of it."""
    code, other, third = (code_of(questionnaire, number) for number in (40, 41, 42))
    saved = saved_of(questionnaire, 1)
    bare = code.replace("-", "")
    link = f"{HOST}#code={code}"
    safe = quote(link, safe="")
    half = code[:22], code[22:]
    slip = code[:10] + ("2" if code[10] != "2" else "3") + code[11:]
    table = "Name\tCode\nAnna\t{}\nBj\u00f6rn\t{}\n\u00dcmit\t{}"
    return {
        "as it is": (code, PLAIN),
        "safe links among three": (
            f"{other}\n{third}\nhttps://eur01.safelinks.example/?url={safe}&data=05%7C02%7Ca%40b",
            (3, []),
        ),
        "URL Defense 2": (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__host.example_answers_-23code-3D"
            + code.replace("-", "-2D")
            + "&d=DwIFAg&c=abc&r=def",
            PLAIN,
        ),
        "URL Defense 3": (
            f"https://urldefense.com/v3/__{HOST}*code={code}__;Iw!!Fp4-XY$",
            PLAIN,
        ),
        "a search engine's link": (
            f"https://www.google.example/url?q={safe}&sa=D&source=docs",
            PLAIN,
        ),
        "percent signs twice": (quote(quote(link.replace("-", "%2D"), safe=""), safe=""), PLAIN),
        "quoted-printable": (
            quopri.encodestring(f"Gr\u00fc\u00dfe, {'x' * 50} {link}\n".encode()).decode(),
            PLAIN,
        ),
        "numbered signs": (code.replace("-", "&#45;"), PLAIN),
        "hexadecimal signs twice": (html.escape(code.replace("-", "&#x2d;")), PLAIN),
        "soft hyphens by name": (code.replace("-", "-&shy;"), PLAIN),
        "zero-width spaces": ("my code " + code.replace("-", "-\u200b") + ", thanks", PLAIN),
        "word joiners": ("see: " + code.replace("-", "\u2060-\u2060") + ".", PLAIN),
        "joiners and marks": (
            "\ufeff\u200f" + code.replace("-", "\u200d-\u200c") + "\u200e",
            PLAIN,
        ),
        "soft hyphens alone": (code.replace("-", "\u00ad"), PLAIN),
        "dashes": (code.replace("-", "\u2013"), PLAIN),
        "hyphens that do not break": ("It is " + code.replace("-", "\u2011") + "!", PLAIN),
        "full width": ("".join(chr(ord(sign) + 0xFEE0) for sign in code), PLAIN),
        "thin spaces": (code.replace("-", "\u2009-\u202f"), PLAIN),
        "spaces that do not break": ("the code is " + code.replace("-", "\u00a0") + " ok", PLAIN),
        "broken in a quoted mail": (f"> > {half[0]}\n> > {half[1]}\n", PLAIN),
        "broken behind a bar": (f"| {code[:19]}\n| {code[19:]}", PLAIN),
        "inside a sentence": (f"Hello (my code: \u201c{code}\u201d), see you!", PLAIN),
        "Markdown": (f"**`{code}`** and _{other}_", (2, [])),
        "a link of a chat": (f"<{link}|{link}>", PLAIN),
        "a name before": (f"Anna-{code}\nBert:{other}\nCarla{third.replace('-', '')}", (3, [])),
        "a name behind": (f"{code}-Anna\n{other}Bert", (2, [])),
        "small letters, in one piece": (f"{bare.lower()} and {other.lower()}", (2, [])),
        "a table": (table.format(code, other, third), (3, [])),
        "rows with semicolons": (f"Anna;{code};ok\nBert,{other},", (2, [])),
        "saved answers in a mail": (f"Dear all,\n\n{saved}\n\nBye", PLAIN),
        "saved answers one after another": (
            f"{saved}\n{saved_of(questionnaire, 2)}",
            (2, []),
        ),
        "a list of saved answers, quoted": (
            "> " + f"[{saved},{saved_of(questionnaire, 2)}]".replace("\n", "\n> "),
            (2, []),
        ),
        "curly quotation marks": (saved.replace('"', "\u201d"), PLAIN),
        "a slip": (f"{other}\nfrom Bert: {slip}\n", (1, ["damaged"])),
        "cut off, and only its head": (f"{code[:24]}\n\n{other[:12]}", (0, ["cut_off", "cut_off"])),
        "a letter that is none": (f"{code[:10]}U{code[11:]}", (0, ["wrong_sign"])),
        "a link without a code, saved answers cut off": (
            f"{HOST}#code=\n{saved[:200]}\nthe rest is lost",
            (0, ["empty_link", "broken_file"]),
        ),
    }


def chosen_files(questionnaire: Questionnaire) -> dict[str, tuple[str, bytes, Expected]]:
    """Return each file, by what it is: its name, its bytes and what must come of it."""
    code, other = code_of(questionnaire, 50), code_of(questionnaire, 51)
    table = f"Name;Code\r\nJ\u00fcrgen;{code}\r\nAnna;{other}\r\n"
    saved = saved_of(questionnaire, 3)
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)
    return {
        "a table in Windows-1252": ("people.csv", table.encode("cp1252"), (2, [])),
        "Unicode text with its mark": ("people.txt", table.encode("utf-16"), (2, [])),
        "UTF-16, the greater byte first": (
            "mac.txt",
            b"\xfe\xff" + table.encode("utf-16-be"),
            (2, []),
        ),
        "UTF-16 without a mark": ("bare.txt", table.encode("utf-16-le"), (2, [])),
        "UTF-8 with its mark, old line ends": (
            "old.txt",
            b"\xef\xbb\xbf" + table.replace("\r\n", "\r").encode(),
            (2, []),
        ),
        "saved answers in UTF-16": ("answers.json", saved.encode("utf-16"), PLAIN),
        "a saved mail": ("mail.eml", _mail(code, other), (2, [])),
        "a workbook": ("people.xlsx", _packed("xl/workbook.xml"), (0, ["spreadsheet"])),
        "a packed folder": ("all.zip", _packed("a/1.json"), (0, ["archive"])),
        "a zipped text": ("all.txt.gz", gzip.compress(code.encode()), (0, ["archive"])),
        "a picture": ("qr.png", png, (0, ["picture"])),
        "a PDF": ("codes.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", (0, ["pdf"])),
        "nothing": ("empty.json", b"", (0, ["empty_file"])),
        "a mail of Outlook": (
            "mail.msg",
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
            (0, ["outlook_mail"]),
        ),
        "a photograph of a phone": (
            "IMG.HEIC",
            b"\x00\x00\x00\x18ftypheic" + bytes(32),
            (0, ["picture"]),
        ),
        "a document": ("codes.docx", _packed("word/document.xml"), (0, ["document"])),
        "an open spreadsheet": (
            "codes.ods",
            _packed("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            (0, ["spreadsheet"]),
        ),
        "a program": ("setup.exe", b"MZ\x90" + bytes(128), (0, ["program"])),
        "rich text": (
            "codes.rtf",
            ("{\\rtf1\\ansi " + code.replace("-", "\\'96") + "}").encode(),
            PLAIN,
        ),
        "rich text without a code": ("note.rtf", b"{\\rtf1\\ansi Hello}", (0, ["rich_text"])),
        "a saved page": (
            "chat.html",
            f'<!DOCTYPE html><p>Anna:<br><a href="{HOST}#code={code}">here</a></p>'.encode(),
            PLAIN,
        ),
        "a saved page without a code": (
            "page.html",
            b"<!DOCTYPE html><title>Minutes</title>",
            (0, ["web_page"]),
        ),
        "minutes": ("notes.txt", b"Minutes of the meeting\n", (0, ["nothing"])),
        "bytes of another program": ("x.dat", bytes(range(256)) * 4, (0, ["no_text"])),
    }


def _packed(name: str, content: bytes = b"x" * 40) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr(name, content)
    return held.getvalue()


def _mail(first: str, second: str) -> bytes:
    """Return a mail with a part in quoted-printable and one in base 64."""
    quoted = quopri.encodestring(f"Gr\u00fc\u00dfe {'y' * 60} {first}\r\n".encode()).decode()
    coded = base64.encodebytes(f"\u00dcber {second}\r\n".encode()).decode()
    return (
        "From: Anna <a@x.example>\r\nSubject: codes\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n"
        "--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{coded}\r\n--b--\r\n"
    ).encode()
