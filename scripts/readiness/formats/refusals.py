"""Sentences that say what a file or a piece of text is that was not taken, and what to do."""

from __future__ import annotations

FOREIGN = {
    "empty_file": "there is nothing in this file: save it once more",
    "spreadsheet": "this is a workbook of a spreadsheet program: open it, copy the cells with the"
    " codes into a text file, or save it as CSV",
    "document": "this is a document of a word processor: open it and save it as plain text",
    "presentation": "this is a presentation: open it and copy the codes into a text file",
    "office_file": "this is a file of an older office program: open it and save it as plain text"
    " or CSV",
    "outlook_mail": "this is a mail that Outlook has saved: open it and copy its text into a text"
    " file",
    "archive": "this is a packed file: unpack it and take the files that are in it",
    "pdf": "this is a PDF: open it and copy its text into a text file",
    "picture": "this is a picture: scan its QR code with a phone, or ask for the code as text",
    "recording": "this is a recording: ask for the code as text",
    "program": "this is a program, it is not opened here: ask for the code as text",
    "parquet": "this is a table in Parquet: counts are given by --counts, and single answers are"
    " counted by the query that `readiness sql` prints",
    "group_record": "this is the record of a group report, not somebody's answers: give it by"
    " --earlier",
    "agreement": "this is what a meeting has agreed, not somebody's answers: the team page reads"
    " it",
    "group_report": "this is a report of a group, single answers are not in it: take the files or"
    " codes that it was made from",
    "result": "this is a result, the answers are not in it: take the saved response that it was"
    " made from",
    "counts": "these are counts of a group, not somebody's answers: give them by --group --counts",
    "system_file": "this file belongs to the computer that it comes from, answers are never in it:"
    " leave it out",
    "data": "this is a data file of another program: ask for the saved responses or the codes",
    "no_text": "this is a file of another program, it is no text: open it there and copy the codes",
    "folder": "this is a folder: name the files in it",
    "rich_text": "this is a document in rich text without a code that can be read: open it and"
    " copy its text into a text file",
    "web_page": "this is a saved web page without a code in its text: open it and copy the codes",
    "mail": "this is a saved mail without a code that can be read: open it, copy its text into a"
    " text file, and save what is attached",
}
NAMED = {
    "damaged": "this code has a slip in it: a sign is wrong, missing or too many",
    "cut_off": "this code breaks off before its end: get it whole once more",
    "wrong_sign": "a sign in this code is none that codes have, such as U: look at it once more",
    "empty_link": "this link has no code behind “#code=”: copy the whole link once more",
    "broken_file": "here begins a saved response that is not whole: get the file itself",
    "newer_version": "this code was made by a newer version: read it there",
    "bad_answer": "this code holds an answer or a role that this questionnaire has not",
}
