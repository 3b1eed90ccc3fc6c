"""Files that are refused, each for a reason of its own: python hostile.py FOLDER.

They are made of the documents in FOLDER and written to FOLDER/hostile, with the code of each
refusal in expected.json.
"""

import io
import json
import sys
import warnings
import zipfile
from pathlib import Path

DOCUMENT = "word/document.xml"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MEGABYTE = 1024 * 1024


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(parts):
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts:
                archive.writestr(name, content)
    return out.getvalue()


def changed(parts, name, content):
    return [(part, content if part == name else old) for part, old in parts]


def body(inner):
    return f"<w:document {SPACE}><w:body>{inner}</w:body></w:document>".encode()


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def main(folder):
    article = (folder / "node-article.docx").read_bytes()
    parts = parts_of(folder / "node-article.docx")
    text = dict(parts)[DOCUMENT].decode()
    head, rest = text.split("?>", 1)
    with_text = lambda content: packed(changed(parts, DOCUMENT, content))
    deep = "<w:tbl><w:tr><w:tc>" * 100 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 100
    locked = bytes.fromhex("D0CF11E0A1B11AE1").ljust(1024, b"\0")
    locked += "EncryptedPackage".encode("utf-16-le")
    read = lambda name: (folder / name).read_bytes()
    files = {
        "empty": (b"", "empty_file"),
        "letter": (b"Dear editor, here is my article.", "not_word"),
        "picture": (read("picture.png"), "not_word"),
        "page": (b"<!DOCTYPE html><html><body>Hello</body></html>", "web_page"),
        "flat": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>', "word_xml"),
        "old": (read("office-article.doc"), "old_word"),
        "rich": (read("office-article.rtf"), "rich_text"),
        "printed": (read("office-article.pdf"), "pdf"),
        "open": (read("office-article.odt"), "open_document"),
        "pages": (packed([("Index/Document.iwa", b"x"), ("preview.jpg", b"x")]), "pages_document"),
        "sheet": (packed([("xl/workbook.xml", b"x")]), "other_office"),
        "locked": (locked, "password_protected"),
        "macros": (packed([*parts, ("word/vbaProject.bin", b"program")]), "macros"),
        "half": (article[: len(article) // 2], "truncated"),
        "damaged": (with_text(text[: len(text) // 2].encode()), "damaged"),
        "bomb": (with_text(body(paragraph("a" * (41 * MEGABYTE)))), "unpacks_too_large"),
        "crowd": (packed([*parts, *((f"word/media/{n}.png", b"") for n in range(2001))]), "too_many_parts"),
        "twins": (packed([*parts, (DOCUMENT, text.encode())]), "duplicate_parts"),
        "laughs": (with_text(f'{head}?><!DOCTYPE w [<!ENTITY a "ha">]>{rest}'.encode()), "declarations"),
        "deep": (with_text(body(deep)), "too_deep"),
        "encoding": (with_text(text.replace("UTF-8", "windows-1252", 1).encode()), "encoding"),
        "endless": (with_text(body(paragraph("word " * 100) * 5000)), "too_long"),
        "silent": (read("python-without-words.docx"), "no_text"),
    }
    hostile = folder / "hostile"
    hostile.mkdir(exist_ok=True)
    for name, (content, _) in files.items():
        (hostile / f"{name}.docx").write_bytes(content)
    expected = {f"{name}.docx": code for name, (_, code) in files.items()}
    (hostile / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
