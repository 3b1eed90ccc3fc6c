/** What stands in a line of its own. */
export const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, hr, table, thead, tbody, tfoot, tr, td, th, div, section, article, header, footer, main, figure, dl, dt, dd';

/** The same content under another tag, without attributes. */
export function rename(element: Element, tag: string): Element {
  const fresh = element.ownerDocument.createElement(tag);
  fresh.append(...element.childNodes);
  element.replaceWith(fresh);
  return fresh;
}

/** The nearest neighbour that is more than white space. */
export function neighbour(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let next = node[side];
  while (next !== null && next.nodeType !== Node.ELEMENT_NODE && (next.nodeType !== Node.TEXT_NODE || next.textContent?.trim() === '')) next = next[side];
  return next;
}

export const isBlock = (node: Node | null): boolean => node instanceof Element && node.matches(BLOCKS);
