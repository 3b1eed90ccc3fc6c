// Never lose a word: when the browser dies, the server dies, or somebody leaves with words that nobody has saved.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOn } from './support/browser.js';
import { button, heading, saved, saveLine, signIn } from './support/desk.js';
import { draft, people, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { hasOnDisk, openText, textOf } from './support/typed.js';
import { until } from './support/until.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

const aDraft = () => draft(desk.author, { title: 'Words that stay', answers: ['<p>What stood here.</p>'] });
const stored = async (id) => (await desk.author.get(`/drafts/${id}`)).sections[0].body_html;
const offline = (page) => saveLine(page).filter({ hasText: 'Not saved: no connection. Kept on this device' }).waitFor();

/** Signs in at the page one has come to, and goes to the text. */
async function comeBack(page, id, who = people.author) {
  await page.goto(`${site.url}/admin/articles/${id}`);
  const field = page.getByLabel('E-mail address');
  await field.or(page.getByRole('heading', { level: 1, name: 'Words that stay' })).first().waitFor();
  if (await field.isVisible()) {
    await field.fill(who.email);
    await page.getByLabel('Password', { exact: true }).fill(who.password);
    await button(page, 'Sign in').click();
  }
}

site.tell('a browser that dies while somebody types without a connection loses nothing', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-profile-'));
  const id = await aDraft();
  let browser = await startOn(folder);
  try {
    let page = await browser.context.newPage();
    await comeBack(page, id);
    await textOf(page).click();
    await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Typed before the crash.');
    await offline(page);
    await page.keyboard.type(' And the last words.');
    await until('the device has them', () => hasOnDisk(page, 'And the last words.'));
    await browser.kill();
    assert.ok(!(await stored(id)).includes('crash'), 'the server never had them');

    browser = await startOn(folder);
    page = await browser.context.newPage();
    await comeBack(page, id);
    await textOf(page).getByText('Typed before the crash. And the last words.').waitFor();
    await saved(page);
    assert.ok((await stored(id)).includes('Typed before the crash. And the last words.'));
  } finally {
    await browser.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

site.tell('words typed a moment before the browser dies are there, though no save was begun', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'countersign-profile-'));
  const id = await aDraft();
  let browser = await startOn(folder);
  try {
    let page = await browser.context.newPage();
    await comeBack(page, id);
    // A save that is under way and never ends: the browser dies before anybody answers.
    await page.route('**/sections/**', () => undefined);
    await textOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Typed and gone.');
    await until('the device has them', () => hasOnDisk(page, 'Typed and gone.'));
    await browser.kill();
    browser = await startOn(folder);
    page = await browser.context.newPage();
    await comeBack(page, id);
    await textOf(page).getByText('Typed and gone.').waitFor();
    await saved(page);
    assert.ok((await stored(id)).includes('Typed and gone.'));
  } finally {
    await browser.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

site.tell('a server that dies and comes back, with a reload in between', async () => {
  const id = await aDraft();
  const { page, keyboard } = await openText(site, id);
  await keyboard.type(' Acknowledged.');
  await saved(page);
  await site.server.kill();
  await keyboard.type(' Typed while it was down.');
  await offline(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload().catch(() => null);
  await site.server.again();
  assert.ok((await stored(id)).includes('Acknowledged.'), 'what was said to be saved is there');
  await page.goto(`/admin/articles/${id}`);
  await textOf(page).getByText('Acknowledged. Typed while it was down.').waitFor();
  await saved(page);
  assert.ok((await stored(id)).includes('Typed while it was down.'));
});

site.tell('a server that comes back while one goes on typing', async () => {
  const id = await aDraft();
  const { page, keyboard } = await openText(site, id);
  await site.server.kill();
  await keyboard.type(' Typed while it was down.');
  await offline(page);
  await site.server.again();
  await keyboard.type(' And after.');
  await saved(page);
  assert.ok((await stored(id)).includes('Typed while it was down. And after.'));
});

site.tell('a connection that comes back is used at once', async () => {
  const id = await aDraft();
  const { page, keyboard } = await openText(site, id);
  await page.context().setOffline(true);
  await keyboard.type(' On a train.');
  await offline(page);
  const began = Date.now();
  await page.context().setOffline(false);
  await saved(page);
  assert.ok(Date.now() - began < 8_000, 'nobody waited for the next try');
  assert.ok((await stored(id)).includes('On a train.'));
});

site.tell('what is saved leaves nothing on the device', async () => {
  const id = await aDraft();
  const { page, keyboard } = await openText(site, id);
  await keyboard.type(' Saved and gone from here.');
  await saved(page);
  await until('nothing is kept', async () => !(await hasOnDisk(page, 'gone from here')));
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...localStorage }))).includes('gone from here'));
});

site.tell('who signs out with unsaved words is asked, and another account never sees them', async (step) => {
  const id = await aDraft();
  const { page, keyboard } = await openText(site, id);
  await page.route('**/sections/**', (route) => route.abort('internetdisconnected'));
  await keyboard.type(' For the author alone.');
  await offline(page);
  await page.getByRole('link', { name: 'My articles' }).click();
  await heading(page, 'My articles').waitFor();
  const ask = page.getByRole('dialog', { name: 'Sign out with words that are not saved?' });

  await step('signing out asks, and leads back to the text', async () => {
    await button(page, 'Sign out').click();
    await ask.getByText('1 article').waitFor();
    await button(ask, 'Stay signed in').click();
    await ask.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Words that stay' }).first().click();
    await textOf(page).getByText('For the author alone.').waitFor();
  });

  await step('who signs out all the same takes them off the device', async () => {
    await page.getByRole('link', { name: 'My articles' }).click();
    await button(page, 'Sign out').click();
    await button(ask, 'Sign out and remove them').click();
    await heading(page, 'Sign in').waitFor();
    const left = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.ok(!left.includes('For the author alone'), 'nothing is left');
    await until('nor in the second place', async () => !(await hasOnDisk(page, 'For the author alone')));
  });

  await step('the next one at this computer sees nothing of them', async () => {
    await signIn(page, people.editor);
    await page.goto(`/admin/articles/${id}`);
    await page.getByText('What stood here.').or(page.getByText('There is nothing here.')).or(page.getByText('You cannot see this.')).first().waitFor();
    assert.equal(await page.getByText('For the author alone.').count(), 0);
  });
});
