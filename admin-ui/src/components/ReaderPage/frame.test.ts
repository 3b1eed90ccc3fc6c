import { describe, expect, it } from 'vitest';
import { isPage, openElsewhere } from './frame';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('the page in the frame', () => {
  it('is one only when it holds an article', () => {
    expect(isPage(parse('<main><article>Words</article></main>'))).toBe(true);
    expect(isPage(parse('<pre>{"status":404}</pre>'))).toBe(false);
    expect(isPage(null)).toBe(false);
  });

  it('opens its links elsewhere, but those within it', () => {
    const page = parse('<a href="/topics">Topics</a><a href="#one">One</a>');
    openElsewhere(page);
    const [out, within] = page.querySelectorAll('a');
    expect(out?.getAttribute('target')).toBe('_blank');
    expect(out?.getAttribute('rel')).toContain('noopener');
    expect(within?.hasAttribute('target')).toBe(false);
  });
});
