import type { Editor } from '@tiptap/react';
import type { CommentOn } from '@/api/comments';
import type { Comment } from '@/api/shapes';
import { beforeOf, findQuote, type Stretch } from './quote';

/** The words of an editor in one line, with the place of each in its document. */
function wordsOf(editor: Editor): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock && text !== '') {
      text += '\n';
      at.push(position);
    }
    for (const [i, sign] of [...(node.isText ? (node.text ?? '') : '').split('')].entries()) {
      text += sign;
      at.push(position + i);
    }
    return true;
  });
  return { text, at };
}

/** The editor of a section; TipTap keeps it at the element that it writes in. */
export const editorOf = (section: string): Editor | null =>
  (document.getElementById(`t-${section}`) as { editor?: Editor } | null)?.editor ?? null;

/** Chooses the words of a comment where they are written, and goes there; `false` when they are gone. */
export function showInEditor(comment: Comment): boolean {
  const editor = editorOf(comment.section_id);
  if (editor === null) return false;
  const { text, at } = wordsOf(editor);
  const place = findQuote(text, comment.quote, comment.before);
  if (place === null) return false;
  const from = at[place.from] ?? at.at(-1) ?? 0;
  const to = place.to === place.from ? from : (at[place.to - 1] ?? 0) + 1;
  editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
  return true;
}

/** What the browser shows as chosen: the editor hears of it a moment later. */
function chosenNow({ view, state }: Editor): Stretch {
  const shown = window.getSelection();
  if (shown === null || shown.rangeCount === 0 || !view.dom.contains(shown.anchorNode)) return state.selection;
  const range = shown.getRangeAt(0);
  if (!view.dom.contains(range.endContainer)) return state.selection;
  return { from: view.posAtDOM(range.startContainer, range.startOffset), to: view.posAtDOM(range.endContainer, range.endOffset) };
}

/** What is chosen in an editor, as a comment remembers it. */
export function chosenIn(editor: Editor, section: string): CommentOn {
  const { doc } = editor.state;
  const { from, to } = chosenNow(editor);
  const $from = doc.resolve(from);
  return {
    section_id: section,
    quote: doc.textBetween(from, to, '\n'),
    before: beforeOf($from.parent.textBetween(0, $from.parentOffset, ' ')),
  };
}

/** The words of a part of the page in one line, with the node and the place in it of each. */
function wordsIn(part: Element): { text: string; at: { node: Text; offset: number }[] } {
  let text = '';
  const at: { node: Text; offset: number }[] = [];
  const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const piece = node as Text;
    const own = piece.parentElement?.closest('p, li, h2, h3, h4, td, th, blockquote, pre') ?? null;
    if (own !== block && text !== '') {
      text += '\n';
      at.push({ node: piece, offset: 0 });
    }
    block = own;
    for (let offset = 0; offset < piece.data.length; offset += 1) {
      text += piece.data.charAt(offset);
      at.push({ node: piece, offset });
    }
  }
  return { text, at };
}

const partOf = (section: string): Element | null => document.querySelector(`[data-section="${CSS.escape(section)}"]`);

/** The same where a text is only shown. */
export function showOnPage(comment: Comment): boolean {
  const part = partOf(comment.section_id);
  if (part === null) return false;
  const { text, at } = wordsIn(part);
  const place = findQuote(text, comment.quote, comment.before);
  const first = place === null ? undefined : at[Math.min(place.from, at.length - 1)];
  if (place === null || first === undefined) return false;
  const last = at[Math.max(place.from, place.to - 1)] ?? first;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.data.length));
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  first.node.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}

/** What is chosen on a page that shows a text, as a comment remembers it; `null` outside the text. */
export function chosenOnPage(): CommentOn | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = range.startContainer;
  const part = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-section]');
  if (part?.dataset.section === undefined) return null;
  const lead = document.createRange();
  lead.setStart(part, 0);
  lead.setEnd(range.startContainer, range.startOffset);
  return { section_id: part.dataset.section, quote: selection.toString(), before: beforeOf(lead.toString()) };
}
