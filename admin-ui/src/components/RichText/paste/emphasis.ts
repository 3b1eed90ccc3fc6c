import { BLOCKS } from './dom';
import type { LeftOut } from './leftOut';

const WORDS = 'b, strong, i, em, span, font, u, s, strike, sub, sup, a, dfn, mark';

/**
 * Bold and slanted words, whether a tag says it or a style. Programs also write the tag and take it back by style,
 * as Google Docs does round everything it copies; the style is what was seen.
 */
export function takeEmphasis(body: HTMLElement, leftOut: LeftOut): void {
  for (const element of [...body.querySelectorAll(WORDS)].reverse()) {
    const style = element.getAttribute('style') ?? '';
    if (/(?:^|[;\s])text-decoration[^;]*line-through/i.test(style) || element.matches('s, strike')) leftOut.crossedOut += 1;
    const isHeading = element.closest('h2, h3, h4') !== null;
    const marks = [!isHeading && isBold(element, style) && 'strong', isItalic(element, style) && 'em', raised(element, style)].filter((mark) => typeof mark === 'string');
    mark(element, marks);
  }
}

function isBold(element: Element, style: string): boolean {
  const weight = /(?:^|[;\s])font-weight\s*:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight === undefined) return element.matches('b, strong');
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

function isItalic(element: Element, style: string): boolean {
  const slant = /(?:^|[;\s])font-style\s*:\s*([a-z]+)/i.exec(style)?.[1]?.toLowerCase();
  return slant === undefined ? element.matches('i, em') : slant === 'italic' || slant === 'oblique';
}

function raised(element: Element, style: string): 'sub' | 'sup' | null {
  const place = /(?:^|[;\s])vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1]?.toLowerCase();
  if (place === 'super' || element.matches('sup')) return 'sup';
  return place === 'sub' || element.matches('sub') ? 'sub' : null;
}

/** No mark goes round a block: a wrapper of whole paragraphs says nothing about their words. */
function mark(element: Element, marks: readonly string[]): void {
  const isLink = element.matches('a');
  if (element.querySelector(BLOCKS) !== null) {
    element.replaceWith(...element.childNodes);
    return;
  }
  let inner: Element | DocumentFragment = element.ownerDocument.createDocumentFragment();
  inner.append(...element.childNodes);
  for (const tag of marks) {
    const around = element.ownerDocument.createElement(tag);
    around.append(inner);
    inner = around;
  }
  if (isLink) element.append(inner);
  else element.replaceWith(inner);
}
