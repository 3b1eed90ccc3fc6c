// The article that the product exists for, as a Word file: from the drop to its readers, with the clicks counted.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { acceptInvitation, becomeOwner, button, copied, heading, invite, sign, submit } from './support/desk.js';
import { drop, saved } from './support/documents.js';
import { seedArticle } from './support/seed.js';
import { onSite } from './support/site.js';

const seed = seedArticle();
const owner = { name: 'Olive Owner', email: 'owner@countersign.example', password: 'a kettle on a quiet stove' };
const editor = { name: 'Edda Editor', email: 'editor@countersign.example', password: 'seven pencils in a jar' };
const clinician = { email: 'author@countersign.example', password: 'rain on the garden shed' };
const title = 'When one of you will not come to couples therapy';

/** Counts what a person clicks on a page, wherever it leads. */
async function counting(context) {
  let clicks = 0;
  await context.exposeFunction('clickedHere', () => (clicks += 1));
  // A label clicks its field once more; that one has no place on the screen.
  await context.addInitScript(() => addEventListener('click', (event) => event.isTrusted && event.detail > 0 && globalThis.clickedHere(), true));
  return () => clicks;
}

if (seed === null) {
  test('a Word file from the drop to its readers', { skip: 'skipped: COUNTERSIGN_TEST_DATA is not set' }, () => undefined);
  console.log('skipped: COUNTERSIGN_TEST_DATA is not set, so the seed article cannot be dropped');
} else {
  const site = onSite();
  site.tell('a Word file from the drop to its readers', async (step) => {
    const editorsDesk = await (await site.open()).newPage();
    const context = await site.open();
    const clicks = await counting(context);
    const page = await context.newPage();
    const screens = [];
    let id = '';
    let link = '';

    await step('an author and an editor join', async () => {
      const desk = await (await site.open()).newPage();
      await becomeOwner(desk, site.server.firstRun, owner);
      const authorLink = await invite(desk, { typed: seed.byline, email: clinician.email });
      await acceptInvitation(editorsDesk, await site.server.addAccount({ ...editor, roles: ['editor'] }), editor.password);
      await heading(editorsDesk, 'Home').waitFor();
      await acceptInvitation(page, authorLink, clinician.password);
      await heading(page, 'My articles').waitFor();
      await desk.context().close();
    });

    await step('the author drops her file: the byline is hers', async () => {
      const begin = clicks();
      const file = await saved(path.join(process.env.COUNTERSIGN_TEST_DATA, 'seed-article.txt'), 'my article.docx');
      screens.push('My articles');
      await drop(page, file);
      await heading(page, 'What we found in my article.docx').waitFor();
      screens.push('What we found');
      await page.getByText('That is you').first().waitFor();
      assert.ok(await page.getByRole('radio', { name: 'Yes, that is me' }).isChecked());
      const topics = await page.getByRole('checkbox').allInnerTexts();
      await page.getByRole('checkbox', { name: 'Couples therapy' }).waitFor().catch((error) => {
        throw new Error(`suggested were: ${topics}`, { cause: error });
      });
      await page.getByRole('textbox', { name: 'Title' }).fill(title);
      await button(page, 'Start writing').click();
      await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}$/);
      screens.push('Writing');
      id = page.url().split('/').at(-1);
      const text = await page.getByRole('textbox', { name: 'Text of the article' }).innerText();
      assert.ok(text.startsWith(seed.answer[0].slice(0, 40)), 'the name is printed above the text and does not open it');
      await submit(page);
      screens.push('Submit');
      const used = clicks() - begin;
      console.log(`from the drop to the editors: ${screens.length} screens (${screens.join(', ')}), ${used} clicks`);
      assert.ok(screens.length <= 4 && used <= 5, `${screens.length} screens, ${used} clicks`);
    });

    await step('the editor sends the proof', async () => {
      await editorsDesk.goto(`/admin/articles/${id}/review`);
      await button(editorsDesk, 'Start review').click();
      await button(editorsDesk, 'Send proof').click();
      await button(editorsDesk.getByRole('dialog'), 'Send proof').click();
      const sent = editorsDesk.getByRole('dialog', { name: 'The proof is out' });
      link = await copied(editorsDesk, sent.getByRole('button', { name: new RegExp(`^Copy link`) }).first());
      await button(sent, 'Close').last().click();
    });

    await step('the author signs by the link, on one screen', async () => {
      const begin = clicks();
      await page.goto(link);
      await button(page, 'Sign').waitFor();
      await sign(page);
      await heading(page, `Signed. Thank you, ${seed.name.split(' ')[0]}.`).waitFor();
      const used = clicks() - begin;
      console.log(`from the link in the mail to the signature: 1 screen, ${used} clicks, five of them for the five questions`);
      // The link itself and "Sign" are two; the five questions are asked once.
      assert.equal(used, 6);
    });

    await step('it goes to its readers under her name', async () => {
      await editorsDesk.goto(`/admin/articles/${id}/review`);
      await button(editorsDesk, 'Approve').click();
      await button(editorsDesk.getByRole('dialog'), 'Approve').click();
      await button(editorsDesk, 'Publish').click();
      await button(editorsDesk.getByRole('dialog'), 'Publish').click();
      await editorsDesk.getByText('Live', { exact: true }).first().waitFor();
      const reader = await (await site.open({ javaScriptEnabled: false })).newPage();
      await reader.goto('/topics');
      await reader.getByRole('link', { name: 'Couples therapy' }).click();
      await reader.getByRole('link', { name: title }).click();
      const words = (await reader.locator('article').first().innerText()).replace(/\s+/g, ' ');
      assert.ok(words.includes(seed.byline), 'the byline stands over it');
    });
  });
}
