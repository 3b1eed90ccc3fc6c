// What those who sign are shown: the page that readers will be given, with all that stands round the words.
import assert from 'node:assert/strict';
import { PHONE } from './support/browser.js';
import { button, heading, sign, signIn } from './support/desk.js';
import { draft, people, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { couples, longer } from './support/texts.js';

const DISCLAIMERS = ['Whose words these are', 'For learning, not for treatment'];

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

/** The page within the signing page. */
const readers = (page) => page.frameLocator('iframe');
const whole = async (page) => {
  await readers(page).locator('article').waitFor();
  return (await readers(page).locator('body').innerText()).replace(/\s+/g, ' ');
};

site.tell('a clinician sees the page that readers will be given', async (step) => {
  const { author, editor } = desk;
  const id = await draft(author, longer);
  await submitted(author, id);
  await editor.post(`/articles/${id}/start-review`);
  const { links } = await editor.post(`/articles/${id}/proof`);
  const link = links[0].url;

  await step('by a link, without a session, on a phone', async () => {
    const phone = await (await site.open({ viewport: PHONE, hasTouch: true, isMobile: true })).newPage();
    await phone.goto(link);
    await heading(phone, 'Your article: nothing has changed since you last saw it').waitFor();
    await phone.getByText(`For ${people.author.name} only. This link signs once and works until`).waitFor();
    await phone.getByText(`${people.editor.name} asks you to read it`).waitFor();
    const text = await whole(phone);
    for (const words of [
      'Not published', longer.title, longer.summary, `${people.author.name}, MA, LPC`, 'Turn the clock to the wall.',
      'Permission: published with the permission of', 'Given with the last signature.', 'In an emergency.', ...DISCLAIMERS,
    ]) {
      assert.ok(text.includes(words), `the page shows “${words}”: ${text}`);
    }
    await phone.getByText('You sign the title, the summary and the text.').waitFor();
    const frame = await phone.locator('iframe').evaluate((it) => ({
      height: it.clientHeight,
      whole: it.contentDocument.documentElement.getBoundingClientRect().height,
      runs: it.sandbox.contains('allow-scripts'),
      sideways: it.contentDocument.documentElement.scrollWidth - it.contentDocument.documentElement.clientWidth,
    }));
    assert.ok(frame.height >= Math.floor(frame.whole), `the page is whole: ${JSON.stringify(frame)}`);
    assert.equal(frame.runs, false, 'nothing in it runs');
    assert.equal(frame.sideways, 0, 'the page does not scroll sideways');
    await phone.context().close();
  });

  await step('its links lead out of the frame', async () => {
    const page = await (await site.open()).newPage();
    await page.goto(link);
    await whole(page);
    const opened = page.waitForEvent('popup');
    await readers(page).getByRole('link', { name: 'Get help now' }).click();
    const help = await opened;
    await help.waitForURL(`${site.url}/help`);
    await heading(page, 'Your article: nothing has changed since you last saw it').waitFor();
    await page.context().close();
  });

  await step('nobody else can open it', async () => {
    const token = link.split('/').at(-1);
    for (const path of [`/api/v1/articles/${id}/proof/page`, `/api/v1/drafts/${id}/page`, `/api/v1/sign/${'0'.repeat(token.length)}/page`]) {
      const answer = await fetch(`${site.url}${path}`);
      assert.ok([401, 404].includes(answer.status), `${path} is ${answer.status}`);
      assert.ok(!(await answer.text()).includes('Turn the clock'), `${path} tells nothing`);
    }
  });

  await step('it can be read after signing, also when the link is opened again', async () => {
    const page = await (await site.open()).newPage();
    await page.goto(link);
    await heading(page, 'Your article: nothing has changed since you last saw it').waitFor();
    await sign(page);
    await heading(page, `Signed. Thank you, ${people.author.name.split(' ')[0]}.`).waitFor();
    await button(page, 'Read what you signed').click();
    assert.ok((await whole(page)).includes('Wrote this text and signed it on'), 'the signature stands in it');
    await page.goto(link);
    await heading(page, 'You have already signed').waitFor();
    await button(page, 'Read what you signed').click();
    assert.ok((await whole(page)).includes('Turn the clock to the wall.'));
    await page.context().close();
  });
});

site.tell('an editor sees a draft and a proof as readers would', async (step) => {
  const { author, editor } = desk;
  const id = await draft(author, couples);
  await submitted(author, id);
  await editor.post(`/articles/${id}/start-review`);
  const page = await (await site.open()).newPage();
  await signIn(page, people.editor);

  await step('the draft as it stands', async () => {
    await page.goto(`/admin/articles/${id}/review`);
    await page.getByLabel('As readers will see it').check();
    const text = await whole(page);
    for (const words of ['Not published', couples.title, 'Coming back is the part that counts.', ...DISCLAIMERS]) {
      assert.ok(text.includes(words), `the page shows “${words}”`);
    }
  });

  await step('the proof', async () => {
    await editor.post(`/articles/${id}/proof`);
    await page.reload();
    await page.getByText('0 of 2 signed').waitFor();
    await page.getByLabel('As readers will see it').check();
    assert.ok((await whole(page)).includes('The last permission is given with the last signature.'));
  });
});
