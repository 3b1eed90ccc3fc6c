import { rename } from './dom';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"], p.MsoTitle, p.MsoSubtitle';
const HIGHEST = 2;
const DEEPEST = 4;

/**
 * A text has headings of three depths below its title. Where the pasted words have one of the first depth all move
 * down by one; deeper ones than a text can hold end at the deepest.
 */
export function setHeadings(body: HTMLElement): void {
  const found = [...body.querySelectorAll(HEADINGS)].map((element) => ({ element, depth: depthOf(element) }));
  const shift = found.some(({ depth }) => depth === 1) ? 1 : 0;
  for (const { element, depth } of found) {
    if (element.closest('li, td, th') !== null) {
      // A heading within a cell or an item is an item with bold words.
      embolden(rename(element, 'p'));
      continue;
    }
    const level = Math.min(DEEPEST, Math.max(HIGHEST, (depth ?? HIGHEST) + (depth === null ? 0 : shift)));
    for (const bold of rename(element, `h${level}`).querySelectorAll('b, strong')) bold.replaceWith(...bold.childNodes);
  }
}

/** `null` for a title over everything: it does not push the headings below it further down. */
function depthOf(element: Element): number | null {
  if (element.matches('.MsoTitle, .MsoSubtitle')) return null;
  const told = Number(element.getAttribute('aria-level') ?? '');
  if (element.getAttribute('role') === 'heading' && told > 0) return told;
  return Number(/^H([1-6])$/.exec(element.nodeName)?.[1] ?? HIGHEST);
}

function embolden(element: Element): void {
  const bold = element.ownerDocument.createElement('strong');
  bold.append(...element.childNodes);
  element.append(bold);
}
