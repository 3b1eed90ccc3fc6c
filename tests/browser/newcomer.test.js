// What somebody new to the desk is told before doing it, and not only when it is refused.
import assert from 'node:assert/strict';
import { becomeOwner, button, heading, signIn, signOut } from './support/desk.js';
import { Caller, draft, people, proofOf, signBy, submitted } from './support/scene.js';
import { onSite } from './support/site.js';
import { longer } from './support/texts.js';

const { owner, author, editor } = people;
const site = onSite();

site.tell('a new site says how to begin, and what comes next', async (step) => {
  const page = await (await site.open()).newPage();

  await step('nobody has an account: the sign-in says where the first link is', async () => {
    await page.goto('/admin/');
    await page.getByText('Nobody has an account here yet.').waitFor();
    assert.equal(await page.getByLabel('Password').count(), 0);
    await page.goto(`/admin/first/${'0'.repeat(64)}`);
    await page.getByText('Restart the server and open the link that it prints then.').waitFor();
  });

  await step('the first owner is told that it takes two', async () => {
    await becomeOwner(page, site.server.firstRun, owner);
    const steps = page.getByRole('region', { name: 'First steps' });
    for (const name of ['Invite a colleague', 'Add an author', 'Start an article']) await steps.getByRole('link', { name }).waitFor();
  });

  await step('an invitation says beforehand what copying its link means, and the way out', async () => {
    await page.goto('/admin/people');
    await button(page, 'Invite a clinician').click();
    const dialog = page.getByRole('dialog', { name: 'Invite a clinician' });
    await dialog.getByText('You will see the link.').waitFor();
    await dialog.getByText('countersign account add').waitFor();
    await page.keyboard.press('Escape');
  });

  await step('the link that made the owner says where to go now', async () => {
    const other = await (await site.open()).newPage();
    await other.goto(site.server.firstRun);
    await other.getByText('This site has its first owner already.').waitFor();
    await other.getByText('countersign account link').waitFor();
  });

  await step('without mail nobody is offered a link by mail', async () => {
    await page.goto('/admin/');
    await signOut(page);
    await page.getByText('This site sends no mail.').waitFor();
    assert.equal(await page.getByText('Send me a link').count(), 0);
  });
});

site.tell('what is missing leads to its place, and nobody is offered what will be refused', async (step) => {
  const own = new Caller(site.url);
  await own.post('/session', { email: owner.email, password: owner.password });
  const { link } = await own.post('/accounts', { name: author.name, letters: author.letters, email: author.email, roles: ['author'] });
  const writer = new Caller(site.url);
  await writer.post(`/links/${link.url.split('/').at(-1)}`, { password: author.password });
  const second = new Caller(site.url);
  const joins = await site.server.addAccount(editor);
  await second.post(`/links/${joins.split('/').at(-1)}`, { password: editor.password });

  await step('from the list of what is missing to the field', async () => {
    const { id } = await writer.post('/drafts', { kind: 'article' });
    const page = await (await site.open()).newPage();
    await signIn(page, author);
    await page.goto(`/admin/articles/${id}/submit`);
    await button(page, 'Submit').click();
    await page.getByText('If you cannot, do not submit it: ask the editors first.').waitFor();
    await page.getByRole('checkbox').check();
    await button(page, 'Submit').click();
    await page.getByRole('link', { name: 'The text is empty.' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'textbox');
    await page.goBack();
    await heading(page, 'Submit to the editors').waitFor();
    await page.getByRole('checkbox').check();
    await button(page, 'Submit').click();
    await page.getByRole('link', { name: 'Give the article a title.' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'title');
  });

  await step('who was shown the author’s link reads who can approve instead', async () => {
    const id = await draft(writer, longer);
    await submitted(writer, id);
    await proofOf(second, id);
    await signBy(writer, `/articles/${id}/attest`, `/articles/${id}/proof`);

    const tied = await (await site.open()).newPage();
    await signIn(tied, owner);
    await tied.goto(`/admin/articles/${id}/review`);
    await tied.getByText('You cannot approve this one.').waitFor();
    await tied.getByText(`${editor.name} can approve it.`).waitFor();
    await tied.getByText(`Open to ${editor.name}.`).waitFor();
    assert.equal(await button(tied, 'Approve').count(), 0);

    const free = await (await site.open()).newPage();
    await signIn(free, editor);
    await free.goto(`/admin/articles/${id}/review`);
    await button(free, 'Approve').waitFor();
    await free.getByText('Open to you.').waitFor();
  });
});
