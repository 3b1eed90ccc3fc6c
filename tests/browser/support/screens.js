// Every screen of the desk, each with whoever sees it.
import { button, signIn } from './desk.js';
import { draft, people, proofOf, publish, settle, signBy, submitted } from './scene.js';
import { couples, flagged, longer, withdrawn } from './texts.js';

/** Articles in each state, and all the screens that show them. */
export async function furnishDesk(site) {
  const desk = await settle(site);
  const { author, editor, owner } = desk;
  const begun = await draft(author, couples);
  const sent = await draft(author, flagged);
  await submitted(author, sent);
  const inReview = await draft(author, { ...withdrawn, title: 'An article that is being read' });
  await submitted(author, inReview);
  await editor.post(`/articles/${inReview}/start-review`);
  const out = await draft(author, { ...couples, title: 'Words for a hard evening' });
  await submitted(author, out);
  await editor.post(`/articles/${out}/start-review`);
  const { sections } = await editor.get(`/drafts/${out}`);
  const edited = sections[0].body_html.replace('seldom the same as', 'not the same as').replace('today or tomorrow, ', '');
  await editor.call('PUT', `/drafts/${out}/sections/${sections[0].id}`, { save_id: crypto.randomUUID(), body_html: edited }, sections[0].version);
  const links = (await editor.post(`/articles/${out}/proof`)).links;
  const signLink = links.find((link) => link.person.byline.name !== people.author.name).url;
  const live = await draft(author, longer);
  await publish(desk, live);
  const jo = (await author.get('/session')).account.person.id;
  const waiting = await owner.post('/accounts', { email: 'late@countersign.example', name: 'Lee Later', letters: 'LCSW', roles: ['author'] });
  const open = (name) => async (page) => button(page, name).click();
  const more = (name) => async (page) => {
    await button(page, 'More').click();
    await button(page, name).click();
  };
  const ready = await draft(author, { ...longer, title: 'Everything is there but the last word' });
  await submitted(author, ready);
  await proofOf(editor, ready);
  await signBy(author, `/articles/${ready}/attest`, `/articles/${ready}/proof`);
  const { digest } = await editor.get(`/articles/${ready}/proof`);
  await editor.post(`/articles/${ready}/approve`, { digest, kinds: ['editorial'] });
  const leaving = await draft(author, { ...longer, title: 'Somebody wants it gone' });
  await publish(desk, leaving);
  await editor.post(`/articles/${leaving}/withdraw`, { printed: 'A name in it was not changed.' });
  const revised = await draft(author, { ...longer, title: 'A small thing is wrong in it' });
  await publish(desk, revised);
  await editor.post(`/articles/${revised}/revise`);
  const nameless = (await editor.post('/drafts', { kind: 'article' })).id;
  return [
    { kind: 'sign in', path: '/admin/' },
    { kind: 'an invitation', path: new URL(waiting.link.url).pathname },
    { kind: 'a dead link', path: `/admin/in/${'0'.repeat(64)}` },
    { kind: 'signing by link', path: new URL(signLink).pathname },
    { kind: 'a dead link to sign', path: `/admin/sign/${'0'.repeat(64)}` },
    { kind: 'home of an author', as: people.author, path: '/admin/' },
    { kind: 'a new article', as: people.author, path: '/admin/articles/new' },
    { kind: 'writing', as: people.author, path: `/admin/articles/${begun}` },
    { kind: 'adding a clinician', as: people.author, path: `/admin/articles/${begun}`, act: open('Add a clinician') },
    { kind: 'submitting', as: people.author, path: `/admin/articles/${begun}/submit` },
    { kind: 'an article with the editors', as: people.author, path: `/admin/articles/${sent}` },
    { kind: 'the proof', as: people.author, path: `/admin/articles/${out}/proof` },
    { kind: 'history', as: people.author, path: `/admin/articles/${out}/history` },
    { kind: 'my byline and profile', as: people.author, path: '/admin/me' },
    { kind: 'home of an editor', as: people.editor, path: '/admin/' },
    { kind: 'all articles', as: people.editor, path: '/admin/articles' },
    { kind: 'review of what was submitted', as: people.editor, path: `/admin/articles/${sent}/review` },
    { kind: 'review', as: people.editor, path: `/admin/articles/${inReview}/review` },
    { kind: 'sending the proof', as: people.editor, path: `/admin/articles/${inReview}/review`, act: open('Send proof') },
    { kind: 'declining', as: people.editor, path: `/admin/articles/${inReview}/review`, act: more('Decline…') },
    { kind: 'review while the proof is out', as: people.editor, path: `/admin/articles/${out}/review` },
    { kind: 'approving', as: people.editor, path: `/admin/articles/${out}/review`, act: open('Approve') },
    { kind: 'review of a live article', as: people.editor, path: `/admin/articles/${live}/review` },
    { kind: 'more', as: people.editor, path: `/admin/articles/${live}/review`, act: open('More') },
    { kind: 'review as readers will see it', as: people.editor, path: `/admin/articles/${out}/review`, act: async (page) => {
      await page.getByLabel('As readers will see it').check();
      await page.frameLocator('iframe').locator('article').waitFor();
    } },
    { kind: 'review with the changes', as: people.editor, path: `/admin/articles/${out}/review`, act: async (page) => {
      await page.getByLabel('With the changes marked').check();
    } },
    { kind: 'a draft as readers would see it', as: people.author, path: `/admin/articles/${begun}/page` },
    { kind: 'asking for changes', as: people.editor, path: `/admin/articles/${inReview}/review`, act: open('Ask for changes') },
    { kind: 'publishing', as: people.editor, path: `/admin/articles/${ready}/review`, act: open('Publish') },
    { kind: 'taking it off', as: people.editor, path: `/admin/articles/${live}/review`, act: more('Take off the site…') },
    { kind: 'somebody asks to take it off', as: people.owner, path: `/admin/articles/${leaving}/review` },
    { kind: 'agreeing to take it off', as: people.owner, path: `/admin/articles/${leaving}/review`, act: open('Agree…') },
    { kind: 'erasing', as: people.editor, path: `/admin/articles/${live}/review`, act: more('Erase…') },
    { kind: 'amending', as: people.editor, path: `/admin/articles/${revised}/review`, act: more('Amend without the author…') },
    { kind: 'something is wrong', as: people.author, path: `/admin/articles/${out}/proof`, act: open('Something is wrong') },
    { kind: 'one change', as: people.author, path: `/admin/articles/${out}/proof`, act: async (page) => {
      await page.getByRole('button', { name: /^Change 1 of/ }).click();
      await page.getByRole('dialog').waitFor();
    } },
    { kind: 'signing without answers', as: people.author, path: `/admin/articles/${out}/proof`, act: async (page) => {
      await button(page, 'Sign').click();
      await page.getByText('Not signed yet.').waitFor();
    } },
    { kind: 'two people changed a text', as: people.author, path: `/admin/articles/${begun}`, act: async (page) => {
      const { head } = await author.get(`/drafts/${begun}`);
      const theirs = { save_id: crypto.randomUUID(), title: 'What the other one wrote', summary: head.summary, question: head.question };
      await author.call('PUT', `/drafts/${begun}/head`, theirs, head.version);
      await page.getByRole('textbox', { name: 'Title' }).fill('What this one wrote');
      await page.getByRole('dialog').waitFor();
    } },
    { kind: 'a text that nobody stands over', as: people.editor, path: `/admin/articles/${nameless}` },
    { kind: 'saying who wrote it', as: people.editor, path: `/admin/articles/${nameless}`, act: open('Say who wrote it') },
    { kind: 'editing', as: people.editor, path: `/admin/articles/${inReview}/edit` },
    { kind: 'people', as: people.owner, path: '/admin/people' },
    { kind: 'inviting', as: people.owner, path: '/admin/people', act: open('Invite a clinician') },
    { kind: 'a person', as: people.owner, path: `/admin/people/${jo}` },
    { kind: 'topics', as: people.editor, path: '/admin/topics' },
    { kind: 'disclaimers', as: people.editor, path: '/admin/disclaimers' },
    { kind: 'help directory', as: people.editor, path: '/admin/help' },
    { kind: 'nothing here', as: people.editor, path: '/admin/nothing-stands-here' },
  ];
}

/** Opens a screen as whoever sees it. */
export async function openScreen(site, { as, path, act }, options) {
  const page = await (await site.open({ reducedMotion: 'reduce', ...options })).newPage();
  if (as !== undefined) await signIn(page, as);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).or(page.getByText('There is nothing')).first().waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page);
  return page;
}
