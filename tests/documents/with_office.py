"""Writes documents with LibreOffice: python with_office.py FOLDER.

Each is first written as flat OpenDocument or HTML, in which anybody can say what they mean, and
then saved as a Word document by the program itself.
"""

import base64
import json
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from picture import png

HERE = Path(__file__).parent
DATE = "2026-03-04T09:30:00"

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}

STYLES = """
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Endnote" style:family="paragraph" style:parent-style-name="Standard"/>
<text:list-style style:name="Numbers">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="Bullets">
 <text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
 <text:list-level-style-bullet text:level="2" text:bullet-char="◦"/>
</text:list-style>
"""

AUTOMATIC = """
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Sub" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Floating" style:family="graphic"><style:graphic-properties style:wrap="right" style:horizontal-pos="left" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph"/></style:style>
"""


class Scribe:
    """Writes one document, and keeps the changes that its head has to name."""

    def __init__(self):
        self.changes = []
        self.names = 0

    def name(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def changed(self, kind, author, deleted=""):
        name = self.name("ct")
        inner = f"<text:p>{deleted}</text:p>" if deleted else ""
        self.changes.append(
            f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind}>'
            f"<office:change-info><dc:creator>{author}</dc:creator><dc:date>{DATE}</dc:date>"
            f"</office:change-info>{inner}</text:{kind}></text:changed-region>")
        return name

    def inserted(self, words, author):
        name = self.changed("insertion", author)
        return (f'<text:change-start text:change-id="{name}"/>{escape(words)}'
                f'<text:change-end text:change-id="{name}"/>')

    def deleted(self, words, author):
        name = self.changed("deletion", author, escape(words))
        return f'<text:change text:change-id="{name}"/>'

    def note(self, words, kind="footnote"):
        style = "Footnote" if kind == "footnote" else "Endnote"
        return (f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
                f'<text:note-body><text:p text:style-name="{style}">{escape(words)}</text:p>'
                f"</text:note-body></text:note>")

    def comment(self, words, author, initials, says, resolved=False):
        name = self.name("c")
        done = ' loext:resolved="true"' if resolved else ""
        return (f'<office:annotation office:name="{name}"{done}><dc:creator>{author}</dc:creator>'
                f"<dc:date>{DATE}</dc:date><loext:sender-initials>{initials}"
                f"</loext:sender-initials><text:p>{escape(says)}</text:p></office:annotation>"
                f'{words}<office:annotation-end office:name="{name}"/>')

    def picture(self, description, anchor="as-char"):
        data = base64.b64encode(png(colour=(40, 120, 80))).decode()
        style = ' draw:style-name="Floating"' if anchor != "as-char" else ""
        return (f'<draw:frame draw:name="Picture"{style} text:anchor-type="{anchor}" '
                f'svg:width="3cm" svg:height="2cm"><draw:image><office:binary-data>{data}'
                f"</office:binary-data></draw:image><svg:desc>{escape(description)}</svg:desc>"
                f"</draw:frame>")

    def runs(self, parts):
        return "".join(self.run(part) for part in parts)

    def run(self, part):
        if isinstance(part, str):
            return escape(part)
        for key, style in (("i", "I"), ("b", "B"), ("sub", "Sub")):
            if key in part:
                return f'<text:span text:style-name="{style}">{escape(part[key])}</text:span>'
        if "ins" in part:
            return self.inserted(part["ins"], part["by"])
        if "del" in part:
            return self.deleted(part["del"], part["by"])
        if "note" in part:
            return self.note(part["note"])
        if "comment" in part:
            return self.comment(escape(part["comment"]), part["by"], part["initials"], part["says"])
        return (f'<text:a xlink:type="simple" xlink:href="{escape(part["to"])}">'
                f'{escape(part["link"])}</text:a>')

    def items(self, style, entries):
        """Items with their levels, as lists within items."""
        def level(entries, depth):
            out, index = "", 0
            while index < len(entries):
                inner = index + 1
                while inner < len(entries) and entries[inner][0] > depth:
                    inner += 1
                below = entries[index + 1:inner]
                out += f"<text:list-item><text:p>{self.runs(entries[index][1])}</text:p>"
                out += f"<text:list>{level(below, depth + 1)}</text:list>" if below else ""
                out += "</text:list-item>"
                index = inner
            return out
        return f'<text:list text:style-name="{style}">{level(entries, 0)}</text:list>'

    def table(self, rows, name="Table"):
        def row(cells):
            cells = "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>"
                            for cell in cells)
            return f"<table:table-row>{cells}</table:table-row>"
        head = f"<table:table-header-rows>{row(rows[0])}</table:table-header-rows>"
        return (f'<table:table table:name="{name}"><table:table-column '
                f'table:number-columns-repeated="{len(rows[0])}"/>{head}'
                f'{"".join(row(cells) for cells in rows[1:])}</table:table>')

    def document(self, body, title="", author="Jo Example", header=""):
        spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
        page = '<style:page-layout style:name="Page"/>'
        master = (f'<style:master-page style:name="Standard" style:page-layout-name="Page">'
                  f"<style:header><text:p>{escape(header)}</text:p></style:header>"
                  f"<style:footer><text:p><text:page-number>1</text:page-number></text:p>"
                  f"</style:footer></style:master-page>") if header else ""
        changes = "".join(self.changes)
        changes = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} '
                f'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
                f"<office:meta><dc:title>{escape(title)}</dc:title><meta:initial-creator>{author}"
                f"</meta:initial-creator><dc:creator>{author}</dc:creator></office:meta>"
                f"<office:styles>{STYLES}</office:styles>"
                f"<office:automatic-styles>{page}{AUTOMATIC}</office:automatic-styles>"
                f"<office:master-styles>{master}</office:master-styles>"
                f"<office:body><office:text>{changes}{body}</office:text></office:body>"
                f"</office:document>")


def article():
    source = json.loads((HERE / "article.json").read_text(encoding="utf-8"))
    scribe = Scribe()
    out = [f'<text:p text:style-name="Title">{escape(source["title"])}</text:p>',
           f'<text:p>{escape(source["byline"])}</text:p>']
    for block in source["blocks"]:
        (kind, value), = block.items()
        if kind in ("h1", "h2"):
            out.append(f'<text:h text:style-name="Heading_20_{kind[1]}" '
                       f'text:outline-level="{kind[1]}">{scribe.runs(value)}</text:h>')
        elif kind in ("numbers", "bullets"):
            out.append(scribe.items(kind.capitalize(), value))
        elif kind == "quote":
            out.append(f'<text:p text:style-name="Quotations">{scribe.runs(value)}</text:p>')
        elif kind == "image":
            out.append(f"<text:p>{scribe.picture(value)}</text:p>")
        elif kind == "table":
            out.append(scribe.table(value))
        else:
            out.append(f"<text:p>{scribe.runs(value)}</text:p>")
    return scribe.document("".join(out), source["title"], source["author"])


def features():
    scribe = Scribe()
    box = ('<draw:frame draw:style-name="Floating" text:anchor-type="paragraph" svg:width="4cm" '
           'svg:height="2cm"><draw:text-box><text:p>Words in a frame</text:p></draw:text-box>'
           "</draw:frame>")
    shape = ('<draw:custom-shape draw:style-name="Floating" text:anchor-type="paragraph" '
             'svg:width="3cm" svg:height="2cm"><text:p>Words in a shape</text:p></draw:custom-shape>')
    contents = ('<text:table-of-content text:name="Contents"><text:table-of-content-source '
                'text:outline-level="2"/><text:index-body><text:p>Old line of the contents 3'
                "</text:p></text:index-body></text:table-of-content>")
    joined = scribe.changed("deletion", "Robin Example")
    scribe.changes[-1] = scribe.changes[-1].replace(
        "</office:change-info>", "</office:change-info><text:p/><text:p/>")
    parted = scribe.changed("insertion", "Robin Example")
    settled = scribe.comment("settled words", "Robin Example", "RE", "Fine now.", resolved=True)
    body = [
        contents,
        '<text:h text:style-name="Heading_20_1" text:outline-level="1">A heading</text:h>',
        f"<text:p>Before {settled} after.</text:p>",
        f'<text:p>Foot{scribe.note("At the foot.")} and end'
        f'{scribe.note("At the end.", "endnote")}.</text:p>',
        f"<text:p>A paragraph with a frame.{box}</text:p>",
        f"<text:p>A paragraph with a shape.{shape}</text:p>",
        f'<text:p>A floating picture.{scribe.picture("A lamp.", "paragraph")}</text:p>',
        '<text:p>Seen <text:span text:style-name="Hidden">never seen </text:span>again.</text:p>',
        f'<text:p>First half <text:change text:change-id="{joined}"/>second half.</text:p>',
        f'<text:p>Words that stay<text:change-start text:change-id="{parted}"/></text:p>'
        f'<text:p><text:change-end text:change-id="{parted}"/>and part.</text:p>',
        '<text:p><text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>kanji'
        "</text:ruby-text></text:ruby> with a reading.</text:p>",
        '<text:p>one<text:line-break/>two<text:tab/>three</text:p>',
        '<text:list text:style-name="Numbers"><text:list-item text:start-value="4"><text:p>four'
        "</text:p></text:list-item><text:list-item><text:p>five</text:p><text:p>and more of five"
        "</text:p></text:list-item></text:list>",
    ]
    return scribe.document("".join(body), header="Example Clinic")


HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>From a page</title></head>
<body><h1>From a page</h1><p>A <b>bold</b>, <i>slanted</i> and <a href="https://example.org/">linked</a>
word.</p><h2>Lists</h2><ul><li>one<ul><li>within</li></ul></li><li>two</li></ul>
<blockquote>Quoted words</blockquote>
<table border="1"><tr><td rowspan="2">tall</td><td colspan="2">wide</td></tr><tr><td>a</td><td>b</td></tr></table>
<h2>After</h2><p>The end.</p></body></html>"""


def convert(folder, sources):
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        for name, text in sources.items():
            (work / name).write_text(text, encoding="utf-8")
        for kind in ("docx:MS Word 2007 XML", "doc", "rtf", "odt", "pdf"):
            wanted = list(sources) if kind.startswith("docx") else ["office-article.fodt"]
            for name in wanted:
                extra = ["--infilter=HTML (StarWriter)"] if name.endswith(".html") else []
                subprocess.run(
                    ["soffice", "--headless", "--norestore",
                     f"-env:UserInstallation=file://{work}/profile", *extra,
                     "--convert-to", kind, "--outdir", str(work / "out"), str(work / name)],
                    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        made = sorted((work / "out").iterdir())
        if len(made) != len(sources) + 4:
            sys.exit(f"LibreOffice made only {[path.name for path in made]}")
        for path in made:
            shutil.copy(path, folder / path.name)


if __name__ == "__main__":
    convert(Path(sys.argv[1]), {
        "office-article.fodt": article(),
        "office-features.fodt": features(),
        "office-page.html": HTML,
    })
