import { Node, type Editor } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { Picture } from '@/saving/sectionText';
import { Watched } from '../slash/Watched';
import { FigureView } from './FigureView';
import { FACTS, readFacts } from './inText';
import { IN_TEXT } from './sizes';

declare module '@tiptap/core' {
  interface Storage {
    figure: { asked: Watched<number | null> };
  }
}

/** Asks what is to be said of the picture at this place. */
export function askAbout(editor: Editor, at: number): void {
  editor.storage.figure.asked.set(at);
}

/** The picture at this place, if one is still there. */
export function pictureAt(editor: Editor, at: number): Picture | null {
  const node = editor.state.doc.nodeAt(at);
  return node?.type.name === 'figure' ? (node.attrs.facts as Picture) : null;
}

/** Says other things of the picture at this place. */
export function describe(editor: Editor, at: number, facts: Picture): void {
  if (pictureAt(editor, at) === null) return;
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { facts }));
}

/** An image that the server keeps, as a block of its own. */
export const Figure = Node.create<object, { asked: Watched<number | null> }>({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,
  addStorage: () => ({ asked: new Watched<number | null>(null) }),
  addAttributes: () => ({
    facts: {
      default: null,
      parseHTML: (element: HTMLElement) => readFacts(element.querySelector('img')?.getAttribute(FACTS) ?? element.getAttribute(FACTS)),
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [
    { tag: `figure`, getAttrs: (element) => (readFacts(element.querySelector('img')?.getAttribute(FACTS) ?? null) === null ? false : null) },
    { tag: `img[${FACTS}]`, getAttrs: (element) => (readFacts(element.getAttribute(FACTS)) === null ? false : null) },
  ],
  renderHTML({ node }) {
    const facts = node.attrs.facts as Picture;
    return ['figure', ['img', { src: `${IN_TEXT}${facts.sha256}`, [FACTS]: JSON.stringify(facts) }]];
  },
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});
