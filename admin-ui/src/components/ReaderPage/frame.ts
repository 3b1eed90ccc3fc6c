/** Whether it is the page asked for, and not the words of a refusal. */
export function isPage(page: Document | null): page is Document {
  return page !== null && page.contentType === 'text/html' && page.querySelector('article') !== null;
}

/** Links lead out of the frame; those within the page stay in it. */
export function openElsewhere(page: Document): void {
  for (const link of page.querySelectorAll('a[href]')) {
    if (link.getAttribute('href')?.startsWith('#') === true) continue;
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noreferrer noopener');
  }
}

/** Where a page within the page would show its menu before its text. */
const SMALL = 'screen and (max-width: 30em)';

/** On a small screen the article begins at once: what stands round every page of the site is left out. */
export function leaveOutTheSite(page: Document): void {
  const view = page.defaultView as (Window & { CSSStyleSheet?: typeof CSSStyleSheet }) | null;
  if (view?.CSSStyleSheet === undefined) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`@media ${SMALL} { body > :not(main) { display: none } }`);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

/** Tells the height of a page now and whenever it changes; answers how to stop. */
export function follow(page: Document, tell: (height: number) => void): () => void {
  const root = page.documentElement;
  const measure = () => tell(Math.ceil(root.getBoundingClientRect().height));
  const watch = new ResizeObserver(measure);
  watch.observe(root);
  measure();
  const stopPrinting = onPaper(page.defaultView?.frameElement ?? null, measure);
  return () => {
    watch.disconnect();
    stopPrinting();
  };
}

/** Narrower than any paper, so that what is measured here is never cut off there. */
const PAPER_PX = 600;

/** Before printing the frame is made as high as its page is on paper; a frame does not grow there by itself. */
function onPaper(frame: Element | null, measure: () => void): () => void {
  if (frame === null) return () => undefined;
  const { style } = frame as HTMLIFrameElement;
  const before = () => {
    const root = (frame as HTMLIFrameElement).contentDocument?.documentElement;
    if (root === undefined) return;
    style.width = `${PAPER_PX}px`;
    const height = Math.ceil(root.getBoundingClientRect().height);
    style.width = '';
    style.height = `${height}px`;
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', measure);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', measure);
  };
}
