// Writes documents with the npm package docx: node with-node.mjs FOLDER.
// The folder holds picture.png already.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  AlignmentType, Bookmark, CheckBox, CommentRangeEnd, CommentRangeStart, CommentReference,
  DeletedTextRun, Document, EndnoteReferenceRun, ExternalHyperlink, Footer, FootnoteReferenceRun,
  Header, HeadingLevel, ImageRun, InsertedTextRun, InternalHyperlink, LevelFormat, Math, MathRun,
  NoBreakHyphen, Packer, PageNumber, Paragraph, SimpleField, SoftHyphen, SymbolRun, Table,
  TableCell, TableOfContents, TableRow, Textbox, TextRun, VerticalMergeType,
} from "docx";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const picture = readFileSync(join(folder, "picture.png"));
const date = "2026-03-04T09:30:00Z";

const lists = {
  config: [
    {
      reference: "numbers",
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 720, hanging: 360 } } } },
        { level: 1, format: LevelFormat.LOWER_LETTER, text: "%2)", alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 1440, hanging: 360 } } } },
      ],
    },
    {
      reference: "from-five",
      levels: [{ level: 0, format: LevelFormat.DECIMAL, start: 5, text: "%1.", style: { paragraph: { indent: { left: 720, hanging: 360 } } } }],
    },
  ],
};

// One document keeps its notes, comments and numbers of changes.
function scribe() {
  const kept = { footnotes: {}, comments: [], changes: 0 };
  const change = (author) => ({ id: (kept.changes += 1), author, date });
  const comment = (by, initials, says, more = {}) => {
    const id = kept.comments.length;
    kept.comments.push({ id, author: by, initials, date: new Date(date), children: [new Paragraph(says)], ...more });
    return id;
  };
  const run = (part) => {
    if (typeof part === "string") return [new TextRun(part)];
    if (part.i) return [new TextRun({ text: part.i, italics: true })];
    if (part.b) return [new TextRun({ text: part.b, bold: true })];
    if (part.sub) return [new TextRun({ text: part.sub, subScript: true })];
    if (part.ins) return [new InsertedTextRun({ text: part.ins, ...change(part.by) })];
    if (part.del) return [new DeletedTextRun({ text: part.del, ...change(part.by) })];
    if (part.link) return [new ExternalHyperlink({ link: part.to, children: [new TextRun({ text: part.link, style: "Hyperlink" })] })];
    if (part.note) {
      const id = Object.keys(kept.footnotes).length + 1;
      kept.footnotes[id] = { children: [new Paragraph(part.note)] };
      return [new FootnoteReferenceRun(id)];
    }
    if (part.comment) {
      const id = comment(part.by, part.initials, part.says);
      if (part.reply) comment(part.replyBy, "JE", part.reply, { parentId: id });
      return [new CommentRangeStart(id), new TextRun(part.comment), new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })];
    }
    throw new Error(`no word for ${JSON.stringify(part)}`);
  };
  return { kept, change, comment, runs: (parts) => parts.flatMap(run) };
}

async function write(name, document) {
  writeFileSync(join(folder, name), await Packer.toBuffer(document));
}

async function article() {
  const source = JSON.parse(readFileSync(join(here, "article.json"), "utf8"));
  const { kept, runs } = scribe();
  const heading = { h1: HeadingLevel.HEADING_1, h2: HeadingLevel.HEADING_2 };
  const block = (entry) => {
    const [[kind, value]] = Object.entries(entry);
    switch (kind) {
      case "h1":
      case "h2":
        return [new Paragraph({ heading: heading[kind], children: runs(value) })];
      case "numbers":
        return value.map(([level, parts]) => new Paragraph({ numbering: { reference: "numbers", level }, children: runs(parts) }));
      case "bullets":
        return value.map(([level, parts]) => new Paragraph({ bullet: { level }, children: runs(parts) }));
      case "quote":
        return [new Paragraph({ style: "Quote", children: runs(value) })];
      case "image":
        return [new Paragraph({ children: [new ImageRun({ type: "png", data: picture, transformation: { width: 96, height: 64 }, altText: { name: "Picture 1", description: value } })] })];
      case "table":
        return [new Table({
          rows: value.map((cells, row) => new TableRow({
            tableHeader: row === 0,
            children: cells.map((words) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: words, bold: row === 0 })] })] })),
          })),
        })];
      default:
        return [new Paragraph({ children: runs(value) })];
    }
  };
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(source.title)] }),
    new Paragraph(source.byline),
    ...source.blocks.flatMap(block),
  ];
  await write("node-article.docx", new Document({
    title: source.title,
    creator: source.author,
    numbering: lists,
    styles: { paragraphStyles: [{ id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: true } }] },
    footnotes: kept.footnotes,
    comments: { children: kept.comments },
    sections: [{ children }],
  }));
}

async function features() {
  const { kept, change, comment } = scribe();
  const note = (words) => ({ children: [new Paragraph(words)] });
  const text = (words, more = {}) => new TextRun({ text: words, ...more });
  const p = (...children) => new Paragraph({ children });
  const item = (reference, level, words) => new Paragraph({ numbering: { reference, level, instance: 0 }, children: [text(words)] });
  const again = (reference, words) => new Paragraph({ numbering: { reference, level: 0, instance: 1 }, children: [text(words)] });
  const cell = (words, more = {}) => new TableCell({ ...more, children: [new Paragraph(words)] });
  const image = (description, more = {}) => new ImageRun({ type: "png", data: picture, transformation: { width: 40, height: 40 }, altText: { name: "Picture", description }, ...more });
  const settled = comment("Robin Example", "RE", "Is this right?", { resolved: true });
  comment("Jo Example", "JE", "Yes.", { parentId: settled });
  const second = comment("Robin Example", "RE", "A point between words");

  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text("The only heading of the first level")] }),
    new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-3" }),
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [text("A section")] }),
    p(text("before the "), new CommentRangeStart(settled), text("commented "), text("words", { bold: true }), new CommentRangeEnd(settled), text(" after"), new TextRun({ children: [new CommentReference(settled)] })),
    p(text("here"), new TextRun({ children: [new CommentReference(second)] }), text(" and there")),
    p(text("cited"), new FootnoteReferenceRun(1), text(" and at the end"), new EndnoteReferenceRun(1), text(" and again"), new FootnoteReferenceRun(2)),
    p(new ExternalHyperlink({ link: "https://example.org/?a=1&b=2", children: [text("the web")] }), text(", "),
      new ExternalHyperlink({ link: "mailto:jo@example.org", children: [text("by mail")] }), text(", "),
      new InternalHyperlink({ anchor: "place", children: [text("elsewhere here")] }), text(", "),
      new ExternalHyperlink({ link: "javascript:alert(1)", children: [text("a trap")] }), text(", "),
      new ExternalHyperlink({ link: "file:///C:/Users/jo/secret.docx", children: [text("a file")] })),
    p(new Bookmark({ id: "place", children: [text("A marked place")] }), new SimpleField("DATE", "4 March 2026"), text(" and "), new SimpleField("PAGE", "7"), text("on")),
    item("numbers", 0, "one"), item("numbers", 1, "one a"), item("numbers", 1, "one b"), item("numbers", 0, "two"),
    again("numbers", "one anew"),
    p(text("A break between lists")),
    item("from-five", 0, "five"), item("from-five", 0, "six"),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell("A", { columnSpan: 2 }), cell("B")] }),
        new TableRow({ children: [cell("tall", { verticalMerge: VerticalMergeType.RESTART }), cell("c"), cell("d")] }),
        new TableRow({ children: [cell("", { verticalMerge: VerticalMergeType.CONTINUE }), cell("e"), cell("f")] }),
      ],
    }),
    p(image("A door, half open."), image("", { decorative: true, altText: { name: "Ornament" } })),
    p(new SymbolRun({ char: "F0FC", symbolfont: "Wingdings" }), text(" done, "), new SymbolRun({ char: "F0B7", symbolfont: "Symbol" }), text(" dot")),
    p(new TextRun({ children: ["non", new NoBreakHyphen(), "breaking and hy", new SoftHyphen(), "phen"] })),
    p(new CheckBox({ checked: true }), text(" ticked")),
    new Textbox({ children: [p(text("Words in a text box"))], style: { width: "2in", height: "auto" } }),
    p(text("A sum: "), new Math({ children: [new MathRun("x+1")] })),
    p(text("Kept "), new InsertedTextRun({ text: "put in ", ...change("Robin Example") }), new InsertedTextRun({ text: "and more ", bold: true, ...change("Robin Example") }),
      new DeletedTextRun({ text: "taken out ", ...change("Jo Example") }), text("to the end")),
    new Table({
      rows: [
        new TableRow({ children: [cell("stays"), cell("too")] }),
        new TableRow({ insertion: change("Robin Example"), children: [cell("new row"), cell("new cell")] }),
        new TableRow({ deletion: change("Robin Example"), children: [cell("old row"), cell("old cell")] }),
      ],
    }),
  ];
  await write("node-features.docx", new Document({
    numbering: lists,
    footnotes: { 1: note("First at the foot."), 2: note("Second at the foot.") },
    endnotes: { 1: note("At the end.") },
    comments: { children: kept.comments },
    sections: [{
      headers: { default: new Header({ children: [p(text("Example Clinic"))] }) },
      footers: { default: new Footer({ children: [p(new TextRun({ children: [PageNumber.CURRENT] }))] }) },
      children,
    }],
  }));
}

await article();
await features();
