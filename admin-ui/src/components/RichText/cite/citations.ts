import type { Editor } from '@tiptap/core';

/** What leads from the text to a work of its references. */
const CITATION = /^#ref-[a-z0-9]{1,16}$/;

export const isCitation = (address: string): boolean => CITATION.test(address);

export const citationOf = (id: string): string => `#ref-${id}`;

/** Makes the chosen words a citation; where none are chosen, puts in what the work is called for short. */
export function cite(editor: Editor, id: string, short: string): void {
  const href = citationOf(id);
  const chain = editor.chain().focus();
  if (editor.state.selection.empty) {
    const before = editor.state.doc.textBetween(Math.max(0, editor.state.selection.from - 1), editor.state.selection.from);
    const space = before === '' || /\s/.test(before) ? '' : ' ';
    chain.insertContent([...(space === '' ? [] : [{ type: 'text', text: space }]), { type: 'text', text: short, marks: [{ type: 'link', attrs: { href } }] }]).run();
  } else chain.setLink({ href }).run();
}

/** How often a text cites each work. */
export function citations(html: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [, id] of html.matchAll(/href="#ref-([a-z0-9]{1,16})"/g)) if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

/** The text without the citations of a work; their words stay. */
export function withoutCitations(html: string, id: string): string {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  for (const link of body.querySelectorAll(`a[href="${citationOf(id)}"]`)) link.replaceWith(...link.childNodes);
  return body.innerHTML;
}
