import { BLOCKS, isBlock, neighbour, rename } from './dom';
import { takeEmphasis } from './emphasis';
import { setHeadings } from './headings';
import { noneLeftOut, type LeftOut } from './leftOut';
import { mendLinks } from './links';
import { makeLists } from './lists';

export interface Cleaned {
  html: string;
  leftOut: LeftOut;
}

/** What an editor of our own copied holds nothing that has to be cleaned. */
const OWN = 'data-pm-slice';

const NEVER = 'script, style, template, noscript, meta, link, title, xml, input, button, select, textarea';
const EMBEDDED = 'iframe, video, audio, object, embed, canvas';
const KEPT_ATTRIBUTES: Record<string, readonly string[]> = {
  a: ['href'], ol: ['start'], td: ['colspan', 'rowspan', 'scope'], th: ['colspan', 'rowspan', 'scope'], abbr: ['title'],
};
const KEPT = new Set([
  'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr', 'br', 'strong', 'em', 'sub', 'sup', 'a', 'q', 'cite', 'abbr',
  'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th',
]);
const ROWS = new Set(['TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'UL', 'OL']);

/**
 * What Word, Google Docs and web pages put on the clipboard, as plain headings, paragraphs, lists, tables, links and
 * emphasis: no styles, nothing empty, no marks of the program it came from. What is not taken along is counted.
 */
export function cleanPasted(html: string): Cleaned {
  const leftOut = noneLeftOut();
  if (html.includes(OWN)) return { html, leftOut };
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  takeOut(body, leftOut);
  makeLists(body);
  setHeadings(body);
  takeEmphasis(body, leftOut);
  mendLinks(body, leftOut);
  setBlocks(body);
  for (const element of [...body.querySelectorAll('*')]) strip(element);
  joinSpaces(body);
  dropEmpty(body);
  return { html: body.innerHTML, leftOut };
}

/** Comments of reviewers, words marked as deleted, images and what only a program reads. */
function takeOut(body: HTMLElement, leftOut: LeftOut): void {
  for (const element of body.querySelectorAll(NEVER)) element.remove();
  leftOut.comments += remove(body, '[style*="mso-comment-reference"], .MsoCommentReference, a[id^="cmnt_ref"]');
  remove(body, '[style*="mso-element:comment"], a[id^="cmnt"]');
  leftOut.deletions += remove(body, 'del, .msoDel');
  leftOut.embedded += remove(body, EMBEDDED);
  for (const image of body.querySelectorAll('img, svg')) {
    const alt = image.getAttribute('alt') ?? '';
    if (/^\p{Extended_Pictographic}/u.test(alt)) image.replaceWith(alt);
    else {
      if (!isSpeck(image)) leftOut.images += 1;
      image.remove();
    }
  }
  for (const br of body.querySelectorAll('br.Apple-interchange-newline, br[style*="page-break"]')) br.remove();
}

function remove(body: HTMLElement, selector: string): number {
  // What stands within another that goes is one with it.
  const found = [...body.querySelectorAll(selector)].filter((one) => one.parentElement?.closest(selector) === null);
  for (const one of found) one.remove();
  return found.length;
}

/** Pictures of one point count who opens a letter; nobody misses them. */
const isSpeck = (image: Element): boolean => image.getAttribute('width') === '1' || image.getAttribute('height') === '1';

/** A `div` with words of its own is a paragraph, one round blocks is nothing; a break between blocks neither. */
function setBlocks(body: HTMLElement): void {
  for (const box of [...body.querySelectorAll('div, section, article, header, footer, main, figure, figcaption, caption, dt, dd, address')].reverse()) {
    if (box.querySelector(BLOCKS) !== null || box.closest('p, h2, h3, h4, li > p') !== null) box.replaceWith(...box.childNodes);
    else rename(box, 'p');
  }
  for (const br of [...body.querySelectorAll('br')]) {
    if (isBlock(neighbour(br, 'previousSibling')) || isBlock(neighbour(br, 'nextSibling'))) br.remove();
  }
}

function strip(element: Element): void {
  const tag = element.nodeName.toLowerCase();
  if (!KEPT.has(tag)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  const kept = KEPT_ATTRIBUTES[tag] ?? [];
  for (const name of element.getAttributeNames()) if (!kept.includes(name)) element.removeAttribute(name);
}

/** Lines of the source and spaces that held a layout together are one space; one that holds two words is left. */
function joinSpaces(body: HTMLElement): void {
  const walk = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const nodes: Node[] = [];
  while (walk.nextNode() !== null) nodes.push(walk.currentNode);
  for (const node of nodes) {
    if (node.nodeType === Node.COMMENT_NODE) node.parentNode?.removeChild(node);
    else if (node.parentElement?.closest('pre') === null) {
      node.textContent = (node.textContent ?? '').replace(/[\s\u00a0]{2,}|[\t\n\r]/g, ' ');
      if (node.textContent.trim() === '' && isBetweenBlocks(node)) node.parentNode?.removeChild(node);
    }
  }
}

function isBetweenBlocks({ parentElement, previousSibling, nextSibling }: Node): boolean {
  return ROWS.has(parentElement?.nodeName ?? '') || isBlock(previousSibling) || isBlock(nextSibling);
}

/** From the inside out, so that a list whose only item was empty goes too. Cells stay, or the table would lose its shape. */
function dropEmpty(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('p, h2, h3, h4, li, ul, ol, blockquote, strong, em, sub, sup, a, table')].reverse()) {
    if (element.querySelector('hr') !== null || !isBlank(element)) trimEnds(element);
    else if (element.matches('strong, em, sub, sup, a')) element.replaceWith(...element.childNodes);
    else if (element.parentElement?.matches('td, th') !== true || element.parentElement.children.length > 1) element.remove();
    else element.replaceChildren();
  }
}

const isBlank = (element: Element): boolean => element.textContent.replace(/[\s\u00a0]/g, '') === '';

/** A break or a space at the end of a paragraph holds nothing. */
function trimEnds(element: Element): void {
  if (!element.matches('p, h2, h3, h4, li')) return;
  for (let last = element.lastChild; last !== null; last = element.lastChild) {
    const isSpace = last.nodeName === 'BR' || (last.nodeType === Node.TEXT_NODE && last.textContent?.trim() === '');
    if (!isSpace) break;
    last.remove();
  }
  const { firstChild, lastChild } = element;
  if (firstChild?.nodeType === Node.TEXT_NODE) firstChild.textContent = (firstChild.textContent ?? '').trimStart();
  if (lastChild?.nodeType === Node.TEXT_NODE) lastChild.textContent = (lastChild.textContent ?? '').trimEnd();
}
