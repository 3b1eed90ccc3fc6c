// Never lose a word: what happens to typed text when a page, a connection or a session goes away.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { answerBy, button, heading, saved, saveLine, signIn } from './support/desk.js';
import { draft, people, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';

const { author } = people;
const title = 'A draft that is typed on';
const before = 'What stood here before.';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

const aDraft = () => draft(desk.author, { title, question: 'Is anything lost?', answers: [`<p>${before}</p>`] });

/** What the server has, whatever the screen says. */
const stored = async (id) => (await desk.author.get(`/drafts/${id}`)).sections[0].body_html;

async function openDraft(id, options) {
  const page = await (await site.open(options)).newPage();
  await signIn(page, author);
  await page.goto(`/admin/articles/${id}`);
  const text = answerBy(page, author.name);
  await text.click();
  await page.keyboard.press('Control+End');
  return { page, text };
}

site.tell('a reload while typing loses nothing', async () => {
  const id = await aDraft();
  const { page, text } = await openDraft(id);
  // The browser asks whether to leave with words unsaved; the person says yes.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.keyboard.type(' Typed and not yet sent.');
  await page.reload();
  await text.getByText('Typed and not yet sent.').waitFor();
  await saved(page);
  assert.ok((await stored(id)).includes('Typed and not yet sent.'));
});

site.tell('without a connection the words stay, and are saved when it comes back', async () => {
  const id = await aDraft();
  const { page, text } = await openDraft(id);
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.keyboard.type(' Typed on a train.');
  await saveLine(page).filter({ hasText: 'Not saved: no connection. Kept on this device' }).waitFor();
  assert.ok(!(await stored(id)).includes('on a train'), 'the screen was right: it is not saved');
  await page.keyboard.type(' And in a tunnel.');
  await page.unroute('**/api/**');
  await saved(page);
  assert.ok((await stored(id)).includes('Typed on a train. And in a tunnel.'));
  await text.getByText('Typed on a train. And in a tunnel.').waitFor();
});

site.tell('words kept without a connection outlive the window', async () => {
  const id = await aDraft();
  const { page } = await openDraft(id);
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.keyboard.type(' Closed in a hurry.');
  await saveLine(page).filter({ hasText: 'Kept on this device' }).waitFor();
  const again = await page.context().newPage();
  await page.close();
  await again.goto(`/admin/articles/${id}`);
  await answerBy(again, author.name).getByText('Closed in a hurry.').waitFor();
  await saved(again);
  assert.ok((await stored(id)).includes('Closed in a hurry.'));
});

site.tell('two windows: a stale save shows both texts, and neither is gone', async () => {
  const id = await aDraft();
  const first = await openDraft(id);
  const second = await openDraft(id);
  await first.page.keyboard.type(' Words from the first window.');
  await saved(first.page);
  await second.page.keyboard.type(' Words from the second window.');
  const dialog = second.page.getByRole('dialog', { name: 'You changed this answer in another window' });
  await dialog.waitFor();
  const mine = dialog.getByRole('region', { name: 'My text' });
  const theirs = dialog.getByRole('region', { name: 'The text saved elsewhere' });
  await mine.getByText('Words from the second window.').waitFor();
  await theirs.getByText('Words from the first window.').waitFor();
  assert.ok((await stored(id)).includes('from the first window'), 'nothing was overwritten');

  await button(dialog, 'Decide later').click();
  await saveLine(second.page).getByRole('button', { name: 'Not saved: you changed this in another window' }).click();
  await dialog.waitFor();
  await button(dialog, 'Save this text').click();
  await dialog.waitFor({ state: 'hidden' });
  await saved(second.page);
  const now = await stored(id);
  for (const words of ['Words from the first window.', 'Words from the second window.', before.slice(0, -1)]) {
    assert.ok(now.includes(words), `“${words}” is in ${now}`);
  }
});

site.tell('two windows: the title and the question are not overwritten either', async () => {
  const id = await aDraft();
  const first = await openDraft(id);
  const second = await openDraft(id);
  await first.page.getByLabel('Summary').fill('A summary from the first window.');
  await saved(first.page);
  await second.page.getByLabel('Summary').fill('A summary from the second window.');
  const dialog = second.page.getByRole('dialog', { name: 'You changed the title or the question in another window' });
  await dialog.getByText('A summary from the first window.').waitFor();
  await button(dialog, 'Save this text').click();
  await saved(second.page);
  assert.equal((await desk.author.get(`/drafts/${id}`)).head.summary, 'A summary from the second window.');
});

site.tell('two editors: whose words they were is said by name', async () => {
  const id = await draft(desk.author, { title, question: 'Is anything lost?', topics: ['Sleep'], answers: [`<p>${before}</p>`] });
  await submitted(desk.author, id);
  await desk.editor.post(`/articles/${id}/start-review`);
  const page = await (await site.open()).newPage();
  await signIn(page, people.editor);
  await page.goto(`/admin/articles/${id}/edit`);
  await page.getByLabel('Summary').waitFor();
  const { head } = await desk.owner.get(`/drafts/${id}`);
  const words = { save_id: randomUUID(), title, question: head.question, summary: 'A summary of the owner.' };
  await desk.owner.call('PUT', `/drafts/${id}/head`, words, head.version);
  await page.getByLabel('Summary').fill('A summary of the editor.');
  const dialog = page.getByRole('dialog', { name: 'Two people changed the title or the question' });
  await dialog.getByText(`${people.owner.name} saved other words at`).waitFor();
  await dialog.getByText('A summary of the owner.').waitFor();
  await button(dialog, 'Decide later').click();
  await saveLine(page).getByRole('button', { name: 'Not saved: someone else changed this' }).waitFor();
});

site.tell('a session that ends while typing asks for a sign-in, and saves after it', async () => {
  const id = await aDraft();
  const { page, text } = await openDraft(id);
  await page.keyboard.type(' Typed before.');
  await saved(page);
  await page.context().clearCookies();
  await page.keyboard.type(' Typed after the session ended.');
  const dialog = page.getByRole('dialog', { name: 'You are signed out' });
  await dialog.waitFor();
  assert.ok(!(await stored(id)).includes('after the session'));
  await dialog.getByLabel('Password', { exact: true }).fill(author.password);
  await button(dialog, 'Sign in').click();
  await dialog.waitFor({ state: 'hidden' });
  await saved(page);
  await text.getByText('Typed before. Typed after the session ended.').waitFor();
  assert.ok((await stored(id)).includes('Typed after the session ended.'));
});

site.tell('one person’s unsaved words are not shown to the next at the same computer', async () => {
  const id = await aDraft();
  const { page } = await openDraft(id);
  await page.context().clearCookies();
  await page.keyboard.type(' Kept for the author alone.');
  await page.getByRole('dialog', { name: 'You are signed out' }).waitFor();
  const next = await page.context().newPage();
  await page.close();
  await next.goto(`/admin/articles/${id}`);
  await heading(next, 'Sign in').waitFor();
  await next.getByLabel('E-mail address').fill(people.editor.email);
  await next.getByLabel('Password', { exact: true }).fill(people.editor.password);
  await button(next, 'Sign in').click();
  await next.getByText(before).or(next.getByText('There is nothing here.')).or(next.getByText('You cannot see this.')).first().waitFor();
  assert.equal(await next.getByText('Kept for the author alone.').count(), 0);
});
