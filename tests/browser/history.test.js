// What changed, in words: an earlier text read against the one that stands there now.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { DESKTOP } from './support/browser.js';
import { button, signIn } from './support/desk.js';
import { draft, people, settle, submitted } from './support/scene.js';
import { onSite } from './support/site.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

site.tell('the history shows what changed since, and walks from change to change', async (step) => {
  const id = await draft(desk.author, { title: 'On rest', summary: 'About rest.', topics: ['Sleep'], answers: ['<h2>Rest</h2><p>Rest is a reward for work.</p><p>It stays.</p>'] });
  await submitted(desk.author, id);
  await desk.editor.post(`/articles/${id}/start-review`);
  const { sections, head } = await desk.editor.get(`/drafts/${id}`);
  const [section] = sections;
  const body_html = '<h2>Rest</h2><p>Rest is a quiet part of work.</p><p>It stays.</p>';
  await desk.editor.call('PUT', `/drafts/${id}/sections/${section.id}`, { save_id: crypto.randomUUID(), body_html }, section.version);
  await desk.editor.call('PUT', `/drafts/${id}/head`, { save_id: crypto.randomUUID(), title: 'On rest and work', summary: head.summary }, head.version);

  const page = await (await site.open()).newPage();
  await signIn(page, people.author);
  await page.goto(`/admin/articles/${id}/history`);
  const line = (act) => page.getByRole('listitem').filter({ hasText: act }).first();
  const since = line('Submitted').getByRole('region', { name: 'What changed since' });

  await step('since it was given in', async () => {
    await button(line('Submitted'), 'Show what changed since').click();
    await since.getByText('2 changes: 5 words added, 2 removed').waitFor();
    await since.locator('ins').filter({ hasText: 'quiet part of' }).waitFor();
    await since.locator('del').filter({ hasText: 'reward for' }).waitFor();
    await since.locator('ins').filter({ hasText: 'and work' }).waitFor();
    await since.getByText('Unchanged: Summary.').waitFor();
    assert.deepEqual(await faults(page), []);
    await page.setViewportSize(DESKTOP);
  });

  await step('next and previous', async () => {
    await button(since, 'Next change').click();
    await since.getByRole('status').filter({ hasText: /^Change 1 of \d/ }).waitFor();
    await button(since, 'Next change').click();
    await since.getByRole('status').filter({ hasText: /^Change 2 of \d/ }).waitFor();
    await button(since, 'Previous change').click();
    await since.getByRole('status').filter({ hasText: /^Change 1 of \d/ }).waitFor();
  });

  await step('since words that an editor replaced', async () => {
    const saved = line('Text saved, and changed since');
    await button(saved, 'Show what changed since').click();
    await saved.getByRole('region', { name: 'What changed since' }).getByText(/words? added/).waitFor();
  });
});
