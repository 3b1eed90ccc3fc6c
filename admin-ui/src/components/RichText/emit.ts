import type { Picture } from '@/saving/sectionText';
import { FACTS, withoutFacts } from './picture/inText';

/** The tags a text may be sent with, and the attributes each may carry. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  p: [], h2: [], h3: [], h4: [], ul: [], ol: ['start'], li: [], blockquote: [], strong: [], em: [], q: [], cite: [], abbr: ['title'], a: ['href'], br: [], hr: [],
  sub: [], sup: [], code: [], pre: [], table: [], thead: [], tbody: [], tr: [], th: ['colspan', 'rowspan', 'scope'],
  td: ['colspan', 'rowspan', 'scope'],
  figure: [], img: ['src', FACTS],
};

/** The only `rel` that a link in a text has; the server writes it first. */
const LINK_REL = 'noopener noreferrer';

/**
 * What an editor holds, as it is sent and as the server keeps it: the agreed tags only, no classes and styles, no
 * paragraph round the only text of a list item or cell, nothing empty at the end. Sent twice it is the same. What is
 * said of pictures comes apart from it.
 */
export function emit(html: string): { html: string; pictures: Picture[] } {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  for (const table of body.querySelectorAll('table')) setHead(table);
  for (const element of [...body.querySelectorAll('*')]) clean(element);
  for (const block of body.querySelectorAll('li, td, th')) unwrap(block);
  while (isEmptyParagraph(body.lastElementChild)) body.lastElementChild?.remove();
  return withoutFacts(body.innerHTML);
}

function clean(element: Element): void {
  const tag = element.nodeName.toLowerCase();
  if (tag === 'colgroup' || tag === 'col') {
    element.remove();
    return;
  }
  const allowed = ATTRIBUTES[tag];
  if (allowed === undefined) {
    element.replaceWith(...element.childNodes);
    return;
  }
  for (const name of element.getAttributeNames()) {
    const isOne = (name === 'colspan' || name === 'rowspan' || name === 'start') && element.getAttribute(name) === '1';
    if (!allowed.includes(name) || isOne) element.removeAttribute(name);
  }
  const href = element.getAttribute('href');
  if (tag === 'a' && href !== null) {
    element.removeAttribute('href');
    element.setAttribute('rel', LINK_REL);
    element.setAttribute('href', href);
  }
}

/** The rows that say they are the head stand in one, where they are the first. */
function setHead(table: Element): void {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const after = rows.findIndex((row) => !row.hasAttribute('data-head'));
  const head = after === -1 ? rows : rows.slice(0, after);
  if (head.length === 0) return;
  const group = table.ownerDocument.createElement('thead');
  group.append(...head);
  table.prepend(group);
  for (const rest of table.querySelectorAll('tbody')) if (rest.children.length === 0) rest.remove();
}

/** `<li><p>words</p></li>` is `<li>words</li>`; beside a nested list the paragraph stays. */
function unwrap(block: Element): void {
  const [first, ...rest] = [...block.children];
  if (first?.nodeName !== 'P' || rest.length > 0) return;
  first.replaceWith(...first.childNodes);
}

function isEmptyParagraph(element: Element | null): boolean {
  return element?.nodeName === 'P' && element.textContent.trim() === '' && element.querySelector('img') === null;
}
