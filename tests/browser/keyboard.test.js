// Without a mouse: sign in, begin, write, choose a topic and submit.
import assert from 'node:assert/strict';
import { heading, saved } from './support/desk.js';
import { people, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { until } from './support/until.js';

const { author } = people;
const MOST_TABS = 80;

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

/** What has the focus, as a screen reader would name it, and whether one can see that it has. */
const focused = (page) =>
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
    return { name: (name ?? '').trim(), isShown, isField };
  });

/** Walks with the Tab key, on or back, until something of this name has the focus. */
async function tabTo(page, name, { key = 'Tab', isField = false } = {}) {
  const seen = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    seen.push(at.name);
    if (at.name === name && at.isField === isField) {
      assert.ok(at.isShown, `one can see that “${name}” has the focus`);
      return;
    }
  }
  assert.fail(`the Tab key never comes to “${name}”, only to ${seen.join(' | ')}`);
}

/** The bar with the primary action stands before the page. */
const backTo = (page, name) => tabTo(page, name, { key: 'Shift+Tab' });
const toField = (page, name) => tabTo(page, name, { isField: true });

site.tell('an author writes and submits with the keyboard alone', async (step) => {
  const page = await (await site.open()).newPage();
  const { keyboard } = page;

  await step('signing in', async () => {
    await page.goto('/admin/');
    await heading(page, 'Sign in').waitFor();
    await toField(page, 'E-mail address');
    await keyboard.type(author.email);
    await toField(page, 'Password');
    await keyboard.type(author.password);
    await keyboard.press('Enter');
    await heading(page, 'My articles').waitFor();
  });

  await step('beginning an article', async () => {
    await page.getByText('No articles yet').waitFor();
    await tabTo(page, 'New article');
    await keyboard.press('Enter');
    await heading(page, 'New article').waitFor();
    await toField(page, 'An article');
    await backTo(page, 'Begin writing');
    await keyboard.press('Enter');
    await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}$/);
  });

  await step('writing', async () => {
    await toField(page, 'Title');
    await keyboard.type('Written without a mouse');
    await toField(page, 'Summary');
    await keyboard.type('Every part of the desk can be reached.');
    await toField(page, 'Text of the article');
    await keyboard.type('Some of us cannot hold a mouse, and write all the same. ');
    await keyboard.press('Control+b');
    await keyboard.type('It matters.');
    await keyboard.press('Control+b');
    await keyboard.press('Alt+F10');
    assert.equal((await focused(page)).name, 'Bold', 'Alt F10 leads to the toolbar');
    await keyboard.press('ArrowRight');
    assert.equal((await focused(page)).name, 'Italic');
    await keyboard.press('Escape');
    await until('Escape leads back to the text', async () => (await focused(page)).name === 'Text of the article');
    await toField(page, 'Topics');
    await keyboard.type('Sleep');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.locator('#topics').getByText('Sleep', { exact: true }).first().waitFor();
    await keyboard.press('Escape');
    await keyboard.press('Control+s');
    await saved(page);
  });

  await step('submitting', async () => {
    await backTo(page, 'Submit');
    await keyboard.press('Enter');
    await heading(page, 'Submit to the editors').waitFor();
    await toField(page, 'This is my own work, and no client could be recognised in it.');
    await keyboard.press('Space');
    await tabTo(page, 'Submit');
    await keyboard.press('Enter');
    await heading(page, 'My articles').waitFor();
    const { items } = await desk.author.get('/articles/mine');
    assert.equal(items[0].candidate.state, 'submitted');
    assert.equal(items[0].title, 'Written without a mouse');
    assert.deepEqual(items[0].topics.map((topic) => topic.label), ['Sleep']);
  });
});
