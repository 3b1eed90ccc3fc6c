import { createElement, type ReactNode } from 'react';

/** What a signed text may be made of; anything else loses its tag and keeps its words. */
const ALLOWED = new Set([
  'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'strong', 'em', 'a', 'br', 'hr', 'sub', 'sup', 'code', 'pre',
  'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'figure', 'figcaption', 'img', 'ins', 'del', 'b', 'i', 'q', 'cite',
]);
const FORGOTTEN = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript']);
/** Drawn without their white space between, which React would complain about. */
const ROWS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);

/** Draws one element in another way; `undefined` leaves it to the rule. */
export type Draw = (element: Element, children: ReactNode[], key: string) => ReactNode | undefined;

/**
 * HTML as React draws it, from an allow-list. The server has cleaned it already; this is the second lock, and
 * the place where changes get their numbers.
 */
export function drawHtml(html: string, draw?: Draw): ReactNode[] {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return drawNodes(parsed.body, draw, '');
}

function drawNodes(parent: Node, draw: Draw | undefined, prefix: string): ReactNode[] {
  return [...parent.childNodes].map((node, index) => drawNode(node, draw, `${prefix}${index}`));
}

function drawNode(node: Node, draw: Draw | undefined, key: string): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) {
    const isBetweenRows = ROWS.has(node.parentNode?.nodeName.toLowerCase() ?? '') && node.textContent?.trim() === '';
    return isBetweenRows ? null : node.textContent;
  }
  if (!(node instanceof Element)) return null;
  const tag = node.nodeName.toLowerCase();
  if (FORGOTTEN.has(tag)) return null;
  const children = drawNodes(node, draw, `${key}.`);
  const own = draw?.(node, children, key);
  if (own !== undefined) return own;
  if (!ALLOWED.has(tag)) return <span key={key} data-was={tag}>{children}</span>;
  const props = { key, ...attributes(node, tag) };
  const drawn = 'className' in props ? 'span' : tag;
  return children.length === 0 ? createElement(drawn, props) : createElement(drawn, props, ...children);
}

function attributes(element: Element, tag: string): Record<string, string | number> {
  const read = (name: string) => element.getAttribute(name) ?? '';
  switch (tag) {
    case 'a': {
      const href = read('href');
      // A citation: what it leads to stands in the list of references.
      if (href.startsWith('#ref-')) return { className: 'cite' };
      return /^(https?:|mailto:|tel:|\/|#)/i.test(href) ? { href, rel: 'noopener noreferrer', target: '_blank' } : {};
    }
    case 'img': {
      const src = read('src');
      return src.startsWith('/') ? { src, alt: read('alt') } : { alt: read('alt') };
    }
    case 'td':
    case 'th':
      return { ...(read('colspan') === '' ? {} : { colSpan: Number(read('colspan')) }), ...(read('rowspan') === '' ? {} : { rowSpan: Number(read('rowspan')) }) };
    case 'ol':
      return read('start') === '' ? {} : { start: Number(read('start')) };
    default:
      return {};
  }
}

/** The words of a text without its tags. */
export function plainText(html: string): string {
  const parsed = new DOMParser().parseFromString(html.replace(/<\/(p|li|h[2-4]|blockquote|tr)>|<br>/g, ' $&'), 'text/html');
  return parsed.body.textContent.replace(/\s+/g, ' ').trim();
}

export function wordCount(html: string): number {
  const text = plainText(html);
  return text === '' ? 0 : text.split(' ').length;
}
