// Without a mouse: review, send the proof, sign, approve and publish.
import assert from 'node:assert/strict';
import { heading, signIn } from './support/desk.js';
import { focused, tabTo } from './support/keys.js';
import { draft, people, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { brief } from './support/texts.js';
import { until } from './support/until.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

site.tell('an article is reviewed, signed and published with the keyboard alone', async (step) => {
  const { author, editor } = desk;
  const id = await draft(author, brief);
  await submitted(author, id);
  const editors = await (await site.open()).newPage();
  const clinicians = await (await site.open()).newPage();
  await signIn(editors, people.editor);
  await signIn(clinicians, people.author);
  const press = async (page, name, options) => {
    await tabTo(page, name, options);
    await page.keyboard.press('Enter');
  };
  /** A dialog takes the focus into it and gives it back. */
  const inDialog = (page) => until('the dialog has the focus', () => page.evaluate(() => document.activeElement.closest('[role=dialog]') !== null));
  const state = async () => (await editor.get(`/drafts/${id}`)).candidate?.state ?? null;

  await step('taking it up', async () => {
    await heading(editors, 'Home').waitFor();
    await editors.getByRole('link', { name: brief.title, exact: true }).waitFor();
    await press(editors, brief.title);
    await heading(editors, brief.title).waitFor();
    await press(editors, 'Start review');
    await until('it is in review', async () => (await state()) === 'in_review');
  });

  await step('a dialog that is closed gives the focus back', async () => {
    await editors.getByRole('button', { name: 'Send proof', exact: true }).waitFor();
    await press(editors, 'More');
    await inDialog(editors);
    await editors.keyboard.press('Escape');
    await until('the focus is back', async () => (await focused(editors)).name === 'More');
  });

  await step('sending the proof', async () => {
    await press(editors, 'Send proof');
    await inDialog(editors);
    await press(editors, 'Send proof');
    await editors.getByRole('dialog', { name: 'The proof is out' }).waitFor();
    await inDialog(editors);
    await editors.keyboard.press('Escape');
    assert.equal(await state(), 'proof_out');
  });

  await step('signing', async () => {
    await clinicians.goto('/admin/');
    await clinicians.getByText('Waiting for you to sign').waitFor();
    await press(clinicians, `Read and sign: ${brief.title}`);
    await heading(clinicians, 'Your article: nothing has changed since you last saw it').waitFor();
    await clinicians.frameLocator('iframe').locator('article').waitFor();
    for (const question of await clinicians.getByRole('radiogroup').all()) {
      const name = await question.getByRole('radio').first().evaluate((radio) => radio.name);
      await tabTo(clinicians, 'No', { isField: true, group: name });
      await clinicians.keyboard.press('Space');
    }
    await press(clinicians, 'Sign');
    await heading(clinicians, `Signed. Thank you, ${people.author.name.split(' ')[0]}.`).waitFor();
  });

  await step('approving', async () => {
    await editors.reload();
    await editors.getByText('1 of 1 signed').waitFor();
    await press(editors, 'Approve');
    await inDialog(editors);
    await press(editors, 'Approve');
    await until('it is approved', async () => (await state()) === 'approved');
  });

  await step('publishing', async () => {
    await editors.getByRole('button', { name: 'Publish', exact: true }).waitFor();
    await press(editors, 'Publish');
    await inDialog(editors);
    await press(editors, 'Publish');
    await until('readers have it', async () => (await editor.get(`/drafts/${id}`)).public.state === 'live');
  });
});
