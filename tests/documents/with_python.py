"""Writes documents with python-docx, as many small programs do: python with_python.py FOLDER."""

import io
import json
import sys
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Inches

from picture import png

HERE = Path(__file__).parent


def fill(document, paragraph, runs):
    """Puts runs into a paragraph; what python-docx has no word for stays plain words."""
    for run in runs:
        if isinstance(run, str):
            paragraph.add_run(run)
        elif "i" in run:
            paragraph.add_run(run["i"]).italic = True
        elif "b" in run:
            paragraph.add_run(run["b"]).bold = True
        elif "sub" in run:
            paragraph.add_run(run["sub"]).font.subscript = True
        elif "link" in run:
            paragraph.add_run(run["link"])
        elif "ins" in run:
            paragraph.add_run(run["ins"])
        elif "comment" in run:
            words = paragraph.add_run(run["comment"])
            document.add_comment(words, text=run["says"], author=run["by"],
                                 initials=run["initials"])


def article(path):
    source = json.loads((HERE / "article.json").read_text(encoding="utf-8"))
    document = Document()
    document.core_properties.title = "Draft 3 (template)"
    document.core_properties.author = source["author"]
    document.core_properties.language = "en-US"
    document.add_paragraph(source["title"], style="Title")
    document.add_paragraph(source["byline"])
    for block in source["blocks"]:
        (kind, value), = block.items()
        if kind in ("p", "reference"):
            fill(document, document.add_paragraph(), value)
        elif kind in ("h1", "h2"):
            fill(document, document.add_heading(level=int(kind[1])), value)
        elif kind in ("numbers", "bullets"):
            name = "List Number" if kind == "numbers" else "List Bullet"
            for level, runs in value:
                style = name if level == 0 else f"{name} {level + 1}"
                fill(document, document.add_paragraph(style=style), runs)
        elif kind == "quote":
            fill(document, document.add_paragraph(style="Quote"), value)
        elif kind == "image":
            document.add_picture(io.BytesIO(png()), width=Inches(2))
        elif kind == "table":
            table = document.add_table(rows=0, cols=len(value[0]), style="Light Grid Accent 1")
            for row in value:
                for cell, words in zip(table.add_row().cells, row):
                    cell.text = words
    document.save(path)


def features(path):
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Draft for the Example Clinic"
    styles = document.styles

    lead = styles.add_style("Lead", WD_STYLE_TYPE.PARAGRAPH)
    lead.font.bold = True
    own = styles.add_style("Clinic Section", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = styles["Heading 2"]
    german = styles.add_style("Überschrift 2", WD_STYLE_TYPE.PARAGRAPH)
    german.font.bold = True

    document.add_paragraph("Opening words in a bold style", style="Lead")
    toggled = document.add_paragraph(style="Lead")
    toggled.add_run("Strong within bold", style="Strong")
    toggled.add_run(" and bold again")

    document.add_heading("A heading that is bold by its style", 1)
    mixed = document.add_heading(level=1)
    mixed.add_run("Wholly ").bold = True
    mixed.add_run("bold").bold = True
    document.add_paragraph("A section of the clinic", style="Clinic Section")
    document.add_paragraph("Ein Abschnitt", style="Überschrift 2")
    document.add_paragraph().add_run("A bold line that looks like a heading").bold = True

    formed = document.add_paragraph("x")
    formed.add_run("2").font.superscript = True
    formed.add_run(" and H")
    formed.add_run("2").font.subscript = True
    formed.add_run("O, ")
    formed.add_run("small caps").font.small_caps = True
    formed.add_run(", ")
    formed.add_run("All Caps").font.all_caps = True
    formed.add_run(", ")
    formed.add_run("struck out").font.strike = True
    formed.add_run(", ")
    formed.add_run("underlined").underline = True

    hidden = document.add_paragraph("Seen ")
    hidden.add_run("secret words ").font.hidden = True
    hidden.add_run("and seen again")

    broken = document.add_paragraph("one")
    broken.add_run().add_break()
    broken.add_run("two\tthree")
    broken.add_run().add_break(WD_BREAK.PAGE)
    broken.add_run("four")

    document.add_paragraph("An intense quote", style="Intense Quote")
    document.add_paragraph("and its second paragraph", style="Intense Quote")

    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("within it", style="List Bullet 2")
    document.add_paragraph("deeper", style="List Bullet 3")
    document.add_paragraph("second", style="List Bullet")
    document.add_paragraph("goes on with the second", style="List Continue")
    document.add_paragraph("Between two lists")
    document.add_paragraph("one", style="List Number")
    document.add_paragraph("two", style="List Number")
    document.add_paragraph("Words between the items")
    document.add_paragraph("three", style="List Number")

    merged = document.add_table(rows=3, cols=3, style="Table Grid")
    for row in range(3):
        for column in range(3):
            merged.cell(row, column).text = f"r{row}c{column}"
    merged.cell(0, 0).merge(merged.cell(0, 1)).text = "wide"
    merged.cell(1, 2).merge(merged.cell(2, 2)).text = "tall"
    boxed = document.add_table(rows=1, cols=1, style="Table Grid")
    boxed.cell(0, 0).text = "Words in a box"
    nested = document.add_table(rows=1, cols=2)
    nested.cell(0, 0).text = "outer"
    within = nested.cell(0, 1).add_table(rows=1, cols=2)
    within.cell(0, 0).text = "inner left"
    within.cell(0, 1).text = "inner right"

    document.add_picture(io.BytesIO(png(colour=(200, 40, 40))))
    document.add_picture(io.BytesIO(b"BM" + bmp()))
    document.add_paragraph("‏שלום and right to left")
    document.add_paragraph("Less < than & \"quoted\" <script>alert(1)</script>")
    document.save(path)


def bmp():
    """The rest of a bitmap of one dot, after its first two bytes."""
    import struct
    return (struct.pack("<IHHI", 58, 0, 0, 54)
            + struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 2835, 2835, 0, 0)
            + b"\x20\x40\x60\0")


def without_words(path):
    document = Document()
    document.add_picture(io.BytesIO(png()))
    document.save(path)


def long_one(path):
    """A short book, to be read in good time."""
    document = Document()
    for chapter in range(60):
        document.add_heading(f"Chapter {chapter + 1}", 1)
        for number in range(40):
            paragraph = document.add_paragraph()
            for piece in range(12):
                run = paragraph.add_run(f"Sentence {piece} of paragraph {number}. ")
                run.italic = piece % 3 == 0
    document.save(path)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    article(folder / "python-article.docx")
    features(folder / "python-features.docx")
    without_words(folder / "python-without-words.docx")
    long_one(folder / "python-long.docx")
    (folder / "picture.png").write_bytes(png())
