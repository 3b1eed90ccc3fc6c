// An author shows a text, before publication, to somebody without an account.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { button, copied, signIn } from './support/desk.js';
import { draft, people, proofOf, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { longer } from './support/texts.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

const SAYS = /^Whoever has this link can read this text until \w+ \d+, \d{4}\. It cannot be signed or changed with it\.$/;

site.tell('a link shows one text to somebody without an account, until it is revoked', async (step) => {
  const id = await draft(desk.author, longer);
  const page = await (await site.open()).newPage();
  const guest = await (await site.open()).newPage();
  const dialog = page.getByRole('dialog', { name: 'Preview link' });
  const frame = guest.frameLocator('iframe');
  await signIn(page, people.author);
  await page.goto(`/admin/articles/${id}`);
  let link = null;

  await step('the author makes a link on the writing screen', async () => {
    await button(page, 'Preview link').click();
    await dialog.getByText('No link was made yet.').waitFor();
    await button(dialog, 'Make a link').click();
    await dialog.getByText(SAYS).waitFor();
    await dialog.getByText(/^Made by you today, .* · not opened yet · can be read until /).waitFor();
    link = await copied(page, dialog.getByRole('button', { name: /^Copy link/ }));
    assert.match(link, /\/admin\/preview\/[0-9a-f]{64}$/);
    assert.deepEqual(await faults(page), []);
  });

  await step('the guest reads it, marked as not published, and finds nothing to sign', async () => {
    await guest.goto(link);
    await frame.getByRole('heading', { name: 'Preview, not published' }).waitFor();
    await frame.getByRole('heading', { level: 1, name: longer.title }).waitFor();
    assert.equal(await guest.getByRole('button').count(), 0);
    assert.equal(await guest.getByRole('navigation').count(), 0);
    assert.deepEqual(await faults(guest), []);
    assert.deepEqual(await guest.context().cookies(), []);
  });

  await step('the draft goes on, and the guest sees the same text', async () => {
    const article = await desk.author.get(`/drafts/${id}`);
    const [section] = article.sections;
    const save = { save_id: crypto.randomUUID(), body_html: '<p>Quite other words by now.</p>' };
    await desk.author.call('PUT', `/drafts/${id}/sections/${section.id}`, save, section.version);
    await guest.reload();
    await frame.getByRole('heading', { level: 1, name: longer.title }).waitFor();
    assert.equal(await frame.getByText('Quite other words by now.').count(), 0);
  });

  await step('the author sees that it was opened, and revokes it', async () => {
    await button(dialog, 'Close').click();
    await dialog.waitFor({ state: 'hidden' });
    await button(page, 'Preview link').click();
    await dialog.getByText(/· first opened today/).waitFor();
    assert.equal(await dialog.getByText(SAYS).count(), 0, 'the address is shown once');
    await dialog.getByRole('button', { name: /^Revoke/ }).click();
    await dialog.getByText(/· revoked today/).waitFor();
    await guest.reload();
    await guest.getByRole('heading', { level: 1, name: 'This link does not open anything' }).waitFor();
    assert.deepEqual(await faults(guest), []);
  });
});

site.tell('an editor shows the proof that is out, from the review screen', async (step) => {
  const id = await draft(desk.author, longer);
  await submitted(desk.author, id);
  await proofOf(desk.editor, id);
  const page = await (await site.open()).newPage();
  await signIn(page, people.editor);
  await page.goto(`/admin/articles/${id}/review`);
  const dialog = page.getByRole('dialog', { name: 'Preview link' });

  await step('the link stands in "More", and the proof stays out', async () => {
    await button(page, 'More').click();
    await button(page.getByRole('dialog', { name: 'More' }), 'Preview link').click();
    await button(dialog, 'Make a link').click();
    const link = await copied(page, dialog.getByRole('button', { name: /^Copy link/ }));
    const guest = await (await site.open()).newPage();
    await guest.goto(link);
    await guest.frameLocator('iframe').getByRole('heading', { level: 1, name: longer.title }).waitFor();
    const { candidate } = await desk.editor.get(`/drafts/${id}`);
    assert.equal(candidate.state, 'proof_out');
  });
});
