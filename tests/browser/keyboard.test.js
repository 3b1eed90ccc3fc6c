// Without a mouse: sign in, begin, write, choose a topic and submit.
import assert from 'node:assert/strict';
import { heading, saved } from './support/desk.js';
import { focused, tabTo } from './support/keys.js';
import { people, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { until } from './support/until.js';

const { author } = people;

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

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
    await toField(page, 'This is my own work, and no client could be recognized in it.');
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
