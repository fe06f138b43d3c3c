"""Tells what a file is that is none of ours, so that its sender learns what to do with it.

Looks at the first bytes, and at the name only where they do not tell programs' files apart. A file
of text has a kind only for the sentence that says what it is when nothing was found in it.
"""

from __future__ import annotations

import re

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"SQLite format 3\x00", "data"),
    (b"PAR1", "parquet"),
    (b"ID3", "recording"),
    (b"OggS", "recording"),
    (b"fLaC", "recording"),
    (b"\x1aE\xdf\xa3", "recording"),
)
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"heim", b"heis")
_INSIDE_ZIP = (
    (b"xl/", "spreadsheet"),
    (b"opendocument.spreadsheet", "spreadsheet"),
    (b"word/", "document"),
    (b"opendocument.text", "document"),
    (b"ppt/", "presentation"),
    (b"opendocument.presentation", "presentation"),
)
_BY_NAME = (
    (("xlsx", "xlsm", "xlsb", "xls", "ods", "numbers"), "spreadsheet"),
    (("docx", "docm", "doc", "odt", "pages"), "document"),
    (("pptx", "ppt", "odp", "key"), "presentation"),
    (("msg", "oft"), "outlook_mail"),
)
# What computers lay beside people's files; nobody chose it.
_SYSTEM_FILE = re.compile(
    r"(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~lock\..*#)", re.IGNORECASE
)
# What we write ourselves and is none of the answers of one person.
_BEGIN = r"[ \t\r\n]{0,99}\{[ \t\r\n]{0,99}"
_SEVERAL_COLUMNS = r'(?:"?[a-z_]{2,40}"?[,;\t]){4,20}"?[a-z_]{2,40}"?[ \t]{0,9}(?:[\r\n]|$)'
_OWN = (
    (_BEGIN + r'"format"[ ]?:[ ]?"readiness-group-record"', "group_record"),
    (_BEGIN + r'"format"[ ]?:[ ]?"readiness-agreement"', "agreement"),
    (_BEGIN + r'"questionnaire"[^{}]{0,9}\{[^{}]{0,999}\},[ ]?"suppressed"', "group_report"),
    (_BEGIN + r'"file"[^{}]{0,4000}"verdict"', "result"),
    ('"?part"?[,;\t]"?id"?[,;\t]"?block"?[,;\t]"?figure"?[,;\t]', "group_report"),
    (f"(?=[^\r\n]{{0,999}}item)(?=[^\r\n]{{0,999}}people){_SEVERAL_COLUMNS}", "counts"),
)
_OWN_KINDS = [(re.compile(start), kind) for start, kind in _OWN]
_PRINTED = 'class="md-typeset rd-printed"'
_BEFORE_DRAWING = r"<\?xml[^<>]{0,200}\?>|<!--[^<>]{0,999}-->|<!DOCTYPE svg[^<>]{0,300}>"
_DRAWING = re.compile(rf"(?:{_BEFORE_DRAWING}|[ \t\r\n])*<svg[ >]", re.IGNORECASE)
_OUTLOOK = "__properties_version".encode("utf-16-le")
_WEB_PAGE = re.compile(r"[ \t\r\n]*<(?:!doctype html|html|head|body)", re.IGNORECASE | re.ASCII)
_MAIL_HEADS = re.compile(
    r"(?:From (?:-|[^ \n]+@[^ \n]+) |[A-Za-z-]{2,40}:[^\n]*\n(?:[^\n]+\n){0,200}?"
    r"(?:From|Received|MIME-Version|Message-ID|Content-Type):)",
    re.IGNORECASE | re.ASCII,
)
_TAR_PLACE = 257
_SAMPLE = 4096
_SMALLEST_PROGRAM = 64


def foreign_kind(content: bytes, name: str) -> str | None:
    """Return the kind of a file that is no text, from its first bytes (4,096 do); else None."""
    if _SYSTEM_FILE.fullmatch(name.replace("\\", "/").rpartition("/")[2]):
        return "system_file"
    if content.strip(b"\xef\xbb\xbf \t\r\n\x00\x1a") == b"":
        return "empty_file"
    if content.startswith(_ZIP):
        return _inside(content, _INSIDE_ZIP) or _by_name(name) or "archive"
    if content.startswith(_OLE):
        outlook = "outlook_mail" if _OUTLOOK in content else None
        return outlook or _by_name(name) or "office_file"
    begun = content[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")
    started = next((kind for start, kind in _STARTS if begun.startswith(start)), None)
    return started or _boxed(content) or _by_place(content)


def text_kind(text: str) -> str | None:
    """Return the kind of a text in which nothing was found; None where it is like any other."""
    own = next((kind for start, kind in _OWN_KINDS if start.match(text[:_SAMPLE])), None)
    if own or _PRINTED in text:
        return own or "group_report"
    if _DRAWING.match(text[:_SAMPLE]):
        return "picture"
    if text.lstrip(" \t\r\n").startswith("{\\rtf"):
        return "rich_text"
    if _WEB_PAGE.match(text):
        return "web_page"
    return "mail" if _MAIL_HEADS.match(text[:20_000].replace("\r\n", "\n")) else None


def _inside(content: bytes, parts: tuple[tuple[bytes, str], ...]) -> str | None:
    return next((kind for part, kind in parts if part in content), None)


def _by_name(name: str) -> str | None:
    ending = name.rpartition(".")[2].lower()
    return next((kind for endings, kind in _BY_NAME if ending in endings), None)


def _boxed(content: bytes) -> str | None:
    """Return the kind of a file that names its kind behind its first bytes."""
    if content[4:8] == b"ftyp":
        return "picture" if content[8:12] in _PICTURE_BRANDS else "recording"
    if content.startswith(b"RIFF"):
        return "picture" if content[8:12] == b"WEBP" else "recording"
    return None


def _by_place(content: bytes) -> str | None:
    if content.startswith(b"MZ") and b"\x00" in content[:_SMALLEST_PROGRAM]:
        return "program"
    if content.startswith(b"BM") and b"\x00" in content[:_SMALLEST_PROGRAM]:
        return "picture"
    return "archive" if content[_TAR_PLACE:].startswith(b"ustar") else None
