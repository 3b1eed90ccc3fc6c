import { neighbour } from './dom';

/** One item of a list, as programs write it that know no nested lists: a paragraph that says how deep it stands. */
interface Item {
  from: Element;
  depth: number;
  isNumbered: boolean;
  /** The number that stands before it; a list that begins anew with another than 1 keeps it. */
  number: number;
  /** Items of two lists that follow each other stay apart. */
  list: string;
  content: Node[];
}

/** Word's paragraphs that look like a list, Word online's lists of one item, and Google's lists beside items become lists. */
export function makeLists(body: HTMLElement): void {
  for (const run of runs(body)) build(run);
  for (const nested of [...body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')]) {
    const before = nested.previousElementSibling;
    if (before?.nodeName === 'LI') before.append(nested);
    else {
      const item = nested.ownerDocument.createElement('li');
      nested.before(item);
      item.append(nested);
    }
  }
}

const WORD_ITEM = '[style*="mso-list:"]';
const ONLINE_ITEM = 'li[data-aria-level], .ListContainerWrapper li[aria-level]';

/** Items that follow each other with nothing in between. */
function runs(body: HTMLElement): Item[][] {
  const found: Item[][] = [];
  let last: Element | null = null;
  for (const element of body.querySelectorAll(`p${WORD_ITEM}, li${WORD_ITEM}, div${WORD_ITEM}, h1${WORD_ITEM}, h2${WORD_ITEM}, h3${WORD_ITEM}, h4${WORD_ITEM}, ${ONLINE_ITEM}`)) {
    const isHeading = /^H[1-6]$/.test(element.nodeName);
    const item = element.matches(ONLINE_ITEM) ? onlineItem(element) : wordItem(element);
    if (item === null || isHeading) continue;
    const place = outermost(element);
    const isNext = last !== null && neighbour(last, 'nextSibling') === place;
    if (isNext || last === place) found.at(-1)?.push(item);
    else found.push([item]);
    last = place;
  }
  return found;
}

/** The list or wrapper that holds this item alone; the item itself where there is none. */
function outermost(element: Element): Element {
  let place = element;
  while (place.parentElement !== null && place.parentElement.matches('ul, ol, .ListContainerWrapper')) place = place.parentElement;
  return place;
}

/** `mso-list:l0 level2 lfo1` on the paragraph, and its bullet or number in a span that says `mso-list:Ignore`. */
function wordItem(element: Element): Item | null {
  const style = element.getAttribute('style') ?? '';
  const told = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i.exec(style);
  const sign = signOf(element);
  if (told === null) return null;
  return {
    from: element,
    depth: Number(told[2]),
    isNumbered: isNumber(sign),
    number: Number(/\d+/.exec(sign)?.[0] ?? 1),
    list: told[1] ?? '',
    content: [...element.childNodes],
  };
}

/** Reads the bullet or number and takes it out: a list says it itself. */
function signOf(element: Element): string {
  const ignored = [...element.querySelectorAll('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')];
  const sign = ignored.map((one) => one.textContent).join('');
  for (const one of ignored) one.remove();
  return sign.replace(/[\s\u00a0]/g, '');
}

/** "1." and "(a)" and "iv)" count; "·", "o", "§" and "-" do not. */
const isNumber = (sign: string): boolean => /^\(?(\d+(\.\d+)*|[a-z]{1,5})[.)]$/i.test(sign);

function onlineItem(element: Element): Item {
  const list = element.closest('ul, ol');
  return {
    from: element,
    depth: Number(element.getAttribute('data-aria-level') ?? element.getAttribute('aria-level') ?? 1),
    isNumbered: list?.nodeName === 'OL',
    number: Number(list?.getAttribute('start') ?? 1),
    list: element.getAttribute('data-listid') ?? '',
    content: [...element.childNodes],
  };
}

function build(items: readonly Item[]): void {
  const [first] = items;
  if (first === undefined) return;
  const open: { list: Element; depth: number; item: Item }[] = [];
  const places = new Set(items.map(({ from }) => outermost(from)));
  const top: Element[] = [];
  for (const item of items) {
    const doc = item.from.ownerDocument;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) > item.depth) open.pop();
    const at = open.at(-1);
    const isOther = at?.depth === item.depth && (at.item.isNumbered !== item.isNumbered || at.item.list !== item.list);
    if (isOther) open.pop();
    if (open.at(-1)?.depth !== item.depth) {
      const list = doc.createElement(item.isNumbered ? 'ol' : 'ul');
      if (item.isNumbered && item.number > 1) list.setAttribute('start', String(item.number));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent === undefined || parent === null) top.push(list);
      else parent.append(list);
      open.push({ list, depth: item.depth, item });
    }
    const li = doc.createElement('li');
    li.append(...item.content);
    open.at(-1)?.list.append(li);
  }
  outermost(first.from).before(...top);
  for (const place of places) place.remove();
}
