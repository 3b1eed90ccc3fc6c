// A person who has no mouse.
import assert from 'node:assert/strict';

const MOST_TABS = 80;

/** What has the focus, as a screen reader would name it, and whether one can see that it has. */
export const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const labels = [...(at.labels ?? [])].map((label) => label.innerText);
    const name = at.getAttribute('aria-label') ?? (labels.join(' ') || at.innerText);
    // The ring may stand around the whole of which the field is a part.
    const rings = [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean).map((part) => getComputedStyle(part));
    const isShown = rings.some(
      ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    );
    const isField = at.matches('input, textarea, [contenteditable]');
    return { name: (name ?? '').replace(/\s+/g, ' ').replace(/ :/g, ':').trim(), isShown, isField, group: at.name ?? '' };
  });

/** Walks with the Tab key, on or back, until something of this name has the focus. */
export async function tabTo(page, name, { key = 'Tab', isField = false, group } = {}) {
  const seen = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    seen.push(at.name);
    if (at.name === name && at.isField === isField && (group === undefined || at.group === group)) {
      assert.ok(at.isShown, `one can see that “${name}” has the focus`);
      return;
    }
  }
  assert.fail(`the Tab key never comes to “${name}”, only to ${seen.join(' | ')}`);
}
