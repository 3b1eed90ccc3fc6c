// The main story: an answer is written, edited, signed by two clinicians and an editor, and found.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { PHONE } from './support/browser.js';
import {
  acceptInvitation, addClinician, answerBy, beginAnswers, becomeOwner, button, chooseTopic, copied, heading, invite, saved, sign, signIn,
  signOut, submit, write,
} from './support/desk.js';
import { seedArticle } from './support/seed.js';
import { onSite } from './support/site.js';
import { until } from './support/until.js';

const seed = seedArticle();

/** The house texts that a signed article needs, from where they are written and not from any page. */
const written = JSON.parse(await readFile(new URL('../../crates/content/data/disclaimers.json', import.meta.url), 'utf8'));
const house = ['views_of_author', 'not_medical_advice'].map((kind) => written.find((one) => one.kind === kind && one.locale === 'en'));
const permission = 'each answer is published with the permission of the clinician who is named above it, and who alone wrote it.';

const owner = { name: 'Olive Owner', email: 'owner@countersign.example', password: 'a kettle on a quiet stove' };
const editor = { name: 'Edda Editor', email: 'editor@countersign.example', password: 'seven pencils in a jar' };
const clinician = { email: 'author@countersign.example', password: 'rain on the garden shed' };
/** Nobody: the passage lost its byline, and this one is invented for it. */
const second = { name: 'Robin Lostline', byline: 'Robin Lostline, PhD, LMFT' };
const title = 'When one of you will not come to couples therapy';
const question = 'My partner refuses to see a therapist with me. What is left for me to do?';
const summary = 'Two clinicians on what one person can do alone.';
/** What the editor puts at the end of the first answer's last sentence. */
const edit = ', and it is a first step';

if (seed === null) {
  test('an article from the first key to its reader', { skip: 'skipped: COUNTERSIGN_TEST_DATA is not set' }, () => undefined);
  console.log('skipped: COUNTERSIGN_TEST_DATA is not set, so the seed article cannot be published');
} else {
  const site = onSite();
  site.tell('an article from the first key to its reader', async (step) => {
    const editorsDesk = await (await site.open()).newPage();
    const authorsDesk = await (await site.open()).newPage();
    let id = '';
    let secondLink = '';

    await step('the owner begins by the one-time link and invites an author; the operator adds an editor', async () => {
      const desk = await (await site.open()).newPage();
      await becomeOwner(desk, site.server.firstRun, owner);
      const authorLink = await invite(desk, { typed: seed.byline, email: clinician.email });
      const editorLink = await site.server.addAccount({ ...editor, roles: ['editor'] });
      await acceptInvitation(authorsDesk, authorLink, clinician.password);
      await heading(authorsDesk, 'My articles').waitFor();
      await acceptInvitation(editorsDesk, editorLink, editor.password);
      await heading(editorsDesk, 'Home').waitFor();
      await desk.context().close();
    });

    await step('the author signs in, writes, adds a colleague and submits', async () => {
      await signOut(authorsDesk);
      await signIn(authorsDesk, clinician);
      id = await beginAnswers(authorsDesk);
      await authorsDesk.getByRole('textbox', { name: 'Title' }).fill(title);
      await authorsDesk.getByLabel('The reader’s question').fill(question);
      await authorsDesk.getByLabel('Summary').fill(summary);
      await write(authorsDesk, answerBy(authorsDesk, seed.name), seed.answer);
      await saved(authorsDesk);
      await addClinician(authorsDesk, second.byline);
      await write(authorsDesk, answerBy(authorsDesk, second.name), seed.passage);
      await saved(authorsDesk);
      await chooseTopic(authorsDesk, 'Couples therapy');
      await submit(authorsDesk);
      await authorsDesk.getByText('With the editors').waitFor();
    });

    await step('the editor takes it up, edits a sentence and sends the proof', async () => {
      await editorsDesk.goto('/admin/');
      await editorsDesk.getByRole('link', { name: title, exact: true }).click();
      await button(editorsDesk, 'Start review').click();
      await button(editorsDesk, 'Send proof').waitFor();
      await editorsDesk.getByRole('link', { name: 'Edit the text' }).click();
      const text = answerBy(editorsDesk, seed.name);
      await text.click();
      await editorsDesk.keyboard.press('Control+End');
      await editorsDesk.keyboard.press('Backspace');
      await editorsDesk.keyboard.type(`${edit}.`);
      await saved(editorsDesk);
      await editorsDesk.getByRole('link', { name: 'Review', exact: true }).click();
      await button(editorsDesk, 'Send proof').click();
      await button(editorsDesk.getByRole('dialog'), 'Send proof').click();
      const sent = editorsDesk.getByRole('dialog', { name: 'The proof is out' });
      secondLink = await copied(editorsDesk, sent.getByRole('button', { name: `Copy link for ${second.name}` }));
      await button(sent, 'Close').last().click();
      assert.equal(await button(editorsDesk, 'Publish').count(), 0, 'nothing can be published before anybody has signed');
    });

    await step('the first clinician sees the change in the account, and signs', async () => {
      await authorsDesk.goto('/admin/');
      await authorsDesk.getByText('Waiting for you to sign').waitFor();
      await authorsDesk.goto(`/admin/articles/${id}/proof`);
      await heading(authorsDesk, 'Your article, edited: 1 change since you last saw it').waitFor();
      const added = await authorsDesk.locator('#text ins').allInnerTexts();
      assert.ok(added.join('').includes('it is a first step'), `the change is marked: ${added}`);
      await sign(authorsDesk);
      await heading(authorsDesk, `Signed. Thank you, ${seed.name.split(' ')[0]}.`).waitFor();
    });

    await step('the second clinician signs by the link alone, on a phone', async () => {
      const phone = await (await site.open({ viewport: PHONE, hasTouch: true, isMobile: true })).newPage();
      await phone.goto(secondLink);
      await heading(phone, 'Your article: nothing has changed since you last saw it').waitFor();
      const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0, 'the signing page does not scroll sideways');
      await sign(phone);
      await heading(phone, `Signed. Thank you, ${second.name.split(' ')[0]}.`).waitFor();
      await phone.context().close();
    });

    await step('the editor approves and publishes', async () => {
      await editorsDesk.goto(`/admin/articles/${id}/review`);
      await editorsDesk.getByText('2 of 2 signed').waitFor();
      await button(editorsDesk, 'Approve').click();
      await button(editorsDesk.getByRole('dialog'), 'Approve').click();
      await button(editorsDesk, 'Publish').click();
      await button(editorsDesk.getByRole('dialog'), 'Publish').click();
      await editorsDesk.getByText('Live', { exact: true }).first().waitFor();
    });

    const reader = await (await site.open({ javaScriptEnabled: false })).newPage();
    const bylines = [seed.byline, second.byline];

    await step('a reader without JavaScript finds it from its topic and reads it', async () => {
      await reader.goto('/topics');
      await reader.getByRole('link', { name: 'Couples therapy' }).click();
      await reader.getByRole('link', { name: title }).click();
      await heading(reader, title).waitFor();
      await showsAll(reader, bylines);
      await reader.getByText('it is a first step').waitFor();
      await reader.emulateMedia({ media: 'print' });
      await showsAll(reader, bylines);
      await reader.emulateMedia({ media: 'screen' });
    });

    for (const words of ['reluctant partner', 'marriage counseling', 'cuoples therapy']) {
      await step(`a reader finds it by “${words}”`, async () => {
        const card = reader.locator('.card', { has: reader.getByRole('link', { name: title }) });
        await until(`“${words}” finds it`, async () => {
          await reader.goto('/search');
          await reader.getByLabel('Search in your own words').fill(words);
          await button(reader, 'Search').click();
          return (await card.count()) > 0;
        });
        const shown = plain(await card.first().innerText());
        for (const byline of bylines) assert.ok(shown.includes(byline), `the card names ${byline}: ${shown}`);
        for (const { short } of house) assert.ok(shown.includes(short), `the card says “${short}”: ${shown}`);
        assert.equal(await reader.title(), 'Search – Countersign');
      });
    }

    await step('feed and API carry both bylines and the disclaimers', async () => {
      await reader.goto('/topics');
      await reader.getByRole('link', { name: 'Couples therapy' }).click();
      const path = await reader.getByRole('link', { name: title }).getAttribute('href');
      await reader.goto(path);
      const feed = plain(unescaped(await (await fetch(`${site.url}/feed.atom`)).text()));
      const api = plain(await (await fetch(`${site.url}/api/v1${path}`)).text());
      const found = plain(await (await fetch(`${site.url}/api/v1/search?q=reluctant+partner`)).text());
      for (const byline of bylines) {
        for (const [where, text] of Object.entries({ feed, api, found })) assert.ok(text.includes(byline), `${where} names ${byline}`);
      }
      for (const words of [...house.map(({ body }) => body), permission]) {
        for (const [where, text] of Object.entries({ feed, api })) assert.ok(text.includes(words), `${where} carries “${words}”`);
      }
      for (const { kind, short } of house) {
        const wanted = JSON.stringify({ kind, short });
        assert.ok(found.includes(wanted), `the hit carries ${wanted}: ${found}`);
      }
    });
  });
}

/** All that must stand with the words: both names with their letters, and each disclaimer, to be seen. */
async function showsAll(page, bylines) {
  const text = plain(await page.locator('article').first().innerText());
  for (const byline of bylines) assert.ok(text.includes(`${byline}:`), `the page shows ${byline}`);
  for (const words of [...house.map(({ body }) => body), permission]) assert.ok(text.includes(words), `the page shows “${words}”`);
}

const plain = (text) => text.replace(/\s+/g, ' ').trim();
const unescaped = (text) =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;|&#34;/g, '"').replace(/&#39;|&#x27;/g, '’').replace(/&amp;/g, '&').replace(/<[^>]+>/g, '');
