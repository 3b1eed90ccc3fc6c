// Word documents as people have them, dropped and chosen.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = path.join(ROOT, 'target/documents');
const PYTHON = path.join(ROOT, 'tests/documents/.venv/bin/python');

/** A document that `make target/documents/.made` wrote. */
export function sample(name) {
  const file = path.join(FOLDER, name);
  if (!existsSync(file)) throw new Error(`${file} is missing. Please run: make target/documents/.made`);
  return file;
}

/** The files that are refused, each with the code of its refusal. */
export async function hostile() {
  const expected = JSON.parse(await readFile(sample('hostile/expected.json'), 'utf8'));
  return Object.entries(expected).map(([name, code]) => ({ kind: name, code, file: sample(`hostile/${name}`) }));
}

const AS_DOCUMENT = `
import sys
from docx import Document
document = Document()
document.core_properties.title = ""
document.core_properties.author = ""
for line in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
    if line.strip():
        document.add_paragraph(line.strip())
document.save(sys.argv[2])
`;

/** A text saved as a Word document by python-docx, in a folder of its own. */
export async function saved(text, name) {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-document-'));
  const [script, file] = [path.join(folder, 'save.py'), path.join(folder, name)];
  await writeFile(script, AS_DOCUMENT);
  await promisify(execFile)(PYTHON, [script, text, file]);
  return file;
}

/** Chooses a file with the button. */
export const choose = (page, file) => page.locator('input[type=file]').setInputFiles(file);

/** Drops a file where it says so, as from the desktop. */
export async function drop(page, file) {
  const bytes = (await readFile(file)).toString('base64');
  const transfer = await page.evaluateHandle(
    ([content, name]) => {
      const data = new DataTransfer();
      const all = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      data.items.add(new File([all], name, { type: 'application/octet-stream' }));
      return data;
    },
    [bytes, path.basename(file)],
  );
  const zone = page.getByText('Drop a .docx here, or choose it.');
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}
