// Writing as people are used to: a menu behind a slash, Markdown, keys, contents, find and replace, pasted words.
import assert from 'node:assert/strict';
import { faults } from './support/axe.js';
import { DESKTOP, PHONE } from './support/browser.js';
import { button, heading, saved, saveLine } from './support/desk.js';
import { focused, tabTo } from './support/keys.js';
import { draft, settle } from './support/scene.js';
import { onSite } from './support/site.js';
import { GOOGLE, openText, paste, savedText, textOf, WORD } from './support/typed.js';
import { until } from './support/until.js';

let desk = null;
const site = onSite(async (s) => {
  desk = await settle(s);
});

const article = (body = '') => draft(desk.author, { title: 'On habits', answers: [body] });
const LINK = '<a href="https://example.org/" rel="noopener noreferrer">';
/** The attributes of a link in one order, whoever wrote it. */
const inOrder = (html) => html.replaceAll('<a rel="noopener noreferrer" href="https://example.org/">', LINK);

site.tell('a slash opens a menu that the keyboard walks, and Escape leaves the slash', async (step) => {
  const id = await article();
  const { page, text, keyboard } = await openText(site, id);
  const menu = page.getByRole('listbox', { name: 'Put into the text' });
  const chosen = async () => {
    const at = await text.getAttribute('aria-activedescendant');
    return (await page.locator(`[id="${at}"]`).textContent()) ?? '';
  };

  await step('the first line becomes a heading', async () => {
    await keyboard.type('/');
    await menu.waitFor();
    assert.match(await chosen(), /^Heading/);
    await keyboard.press('Enter');
    await menu.waitFor({ state: 'hidden' });
    await keyboard.type('A heading');
    assert.equal(await text.getAttribute('aria-activedescendant'), null, 'nothing is left of the menu');
  });

  await step('typing finds, the arrows walk', async () => {
    await keyboard.press('Enter');
    await keyboard.type('/list');
    await until('only lists are offered', async () => (await menu.getByRole('option').count()) === 2);
    await keyboard.press('ArrowDown');
    assert.match(await chosen(), /^Numbered list/);
    await keyboard.press('ArrowUp');
    assert.match(await chosen(), /^List/);
    await keyboard.press('Enter');
    await keyboard.type('an item');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
  });

  await step('Escape, a space and unknown words leave what was typed', async () => {
    await keyboard.type('either /');
    await menu.waitFor();
    await keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await keyboard.type('or, he / she, and /qqq');
    assert.equal(await menu.count(), 0);
    await keyboard.press('Enter');
  });

  await step('a table can be filled, made longer, and left', async () => {
    await keyboard.type('/tab');
    await menu.waitFor();
    await keyboard.press('Enter');
    for (const words of ['Night', 'Hours', 'first', '7', 'second', '8']) {
      await keyboard.type(words);
      if (words !== '8') await keyboard.press('Tab');
    }
    await button(page, 'Row below').click();
    await keyboard.press('ArrowDown');
    await keyboard.press('Control+End');
    await keyboard.type('After it.');
  });

  assert.equal(
    await savedText(page, desk.author, id),
    '<h2>A heading</h2><ul><li>an item</li></ul><p>either /or, he / she, and /qqq</p>' +
      '<table><thead><tr><th scope="col">Night</th><th scope="col">Hours</th></tr></thead>' +
      '<tbody><tr><td>first</td><td>7</td></tr><tr><td>second</td><td>8</td></tr><tr><td></td><td></td></tr></tbody></table><p>After it.</p>',
  );

  await step('a finger and a screen reader can use it too', async () => {
    await keyboard.press('Enter');
    await keyboard.type('/');
    await menu.waitFor();
    assert.deepEqual(await faults(page), []);
    await page.setViewportSize(PHONE);
    const box = await menu.getByRole('option', { name: /^Quotation/ }).boundingBox();
    assert.ok(box.height >= 44, `a finger hits it: ${box.height}`);
    await menu.getByRole('option', { name: /^Quotation/ }).click();
    await keyboard.type('Said on a phone.');
    assert.ok((await savedText(page, desk.author, id)).endsWith('<blockquote><p>Said on a phone.</p></blockquote>'));
  });
});

site.tell('who knows Markdown types it', async () => {
  const id = await article();
  const { page, keyboard } = await openText(site, id);
  for (const line of ['# One', '## Two', '### Three', 'Some **bold** and *slanted* words, a [page](https://example.org/), `code`.', '> said']) {
    await keyboard.type(line);
    await keyboard.press('Enter');
  }
  await keyboard.press('Enter');
  for (const line of ['- a', 'b', '', '1. c', 'd', '', '---', 'End.']) {
    await keyboard.type(line);
    if (line !== '---' && line !== 'End.') await keyboard.press('Enter');
  }
  assert.equal(
    inOrder(await savedText(page, desk.author, id)),
    `<h2>One</h2><h2>Two</h2><h3>Three</h3><p>Some <strong>bold</strong> and <em>slanted</em> words, a ${LINK}page</a>, <code>code</code>.</p>` +
      '<blockquote><p>said</p></blockquote><ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol><hr><p>End.</p>',
  );
});

site.tell('the keys do what people expect of them', async (step) => {
  const id = await article('<p>Words to link.</p>');
  const { page, text, keyboard } = await openText(site, id);

  await step('Ctrl S saves at once', async () => {
    await keyboard.type(' And more.');
    assert.ok((await savedText(page, desk.author, id)).includes('And more.'));
  });

  await step('Ctrl K links the chosen words', async () => {
    await keyboard.press('Control+Home');
    for (let i = 0; i < 'Words'.length; i += 1) await keyboard.press('Shift+ArrowRight');
    await keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Link' });
    await dialog.getByLabel('Address').fill('example.org');
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    assert.ok(inOrder(await savedText(page, desk.author, id)).startsWith(`<p>${LINK}Words</a> to link.`));
  });

  await step('Alt F10 leads to the tools, which are one stop with arrows inside', async () => {
    await text.focus();
    await keyboard.press('Alt+F10');
    assert.equal((await focused(page)).name, 'Bold');
    await keyboard.press('End');
    assert.equal((await focused(page)).name, 'Redo');
    await keyboard.press('Escape');
    await until('Escape leads back', async () => (await focused(page)).name === 'Text of the article');
    assert.equal(await page.getByRole('toolbar').locator('button[tabindex="0"]').count(), 1);
  });

  await step('Tab leaves the text', async () => {
    await keyboard.press('Tab');
    assert.notEqual((await focused(page)).name, 'Text of the article');
  });

  await step('a question mark outside of the text lists them; in the text it is a question mark', async () => {
    await text.focus();
    await keyboard.press('Control+End');
    await keyboard.type(' Why?');
    assert.equal(await page.getByRole('dialog').count(), 0);
    await button(page, 'See as a reader').focus();
    await keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('Find and replace, in the text').waitFor();
    await keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
  });

  await step('outside of the text Ctrl K finds an article', async () => {
    await button(page, 'See as a reader').focus();
    await keyboard.press('Control+k');
    await page.getByPlaceholder('Find an article, a person, an action').waitFor();
    await keyboard.press('Escape');
  });

  await step('Ctrl P shows it as a reader sees it', async () => {
    await text.focus();
    await keyboard.press('Control+p');
    await page.waitForURL(/\/page$/);
    await page.frameLocator('iframe').getByText('Why?').waitFor();
  });
});

site.tell('how long it is stands there, and is said when asked for', async () => {
  const id = await article(`<p>${'word '.repeat(799)}</p>`);
  const { page, keyboard } = await openText(site, id);
  const header = page.locator('main header');
  await header.getByText('799 words; 800 to 1,500 are usual').first().waitFor();
  const said = page.locator('[aria-live=polite]').filter({ hasText: 'words' });
  await keyboard.type(' more');
  await header.getByText('800 words, within 800 to 1,500').first().waitFor();
  assert.equal(await said.count(), 0, 'nobody is told while typing');
  await keyboard.press('Control+Alt+w');
  await said.waitFor();
  assert.equal((await said.textContent()).trim(), '800 words, within 800 to 1,500');
});

const LONG = ['Beginning', 'Middle', 'End'].map((name) => `<h2>${name}</h2>${`<p>${'Words of it. '.repeat(40)}</p>`.repeat(4)}`).join('');

site.tell('the contents lead to each heading and say where one is', async () => {
  const id = await article(LONG);
  const { page, keyboard } = await openText(site, id);
  const parts = page.getByRole('navigation', { name: 'Parts of this article' });
  await parts.getByRole('button', { name: 'Middle' }).click();
  const middle = textOf(page).getByRole('heading', { name: 'Middle' });
  await until('the heading is where one reads', async () => {
    const { y } = await middle.boundingBox();
    return y > 90 && y < 220;
  });
  await until('the contents say so', async () => (await parts.getByRole('button', { name: 'Middle' }).getAttribute('aria-current')) === 'location');
  await keyboard.press('End');
  await keyboard.type(' of it');
  await parts.getByRole('button', { name: 'Middle of it' }).waitFor();
  await saved(page);

  await page.setViewportSize(PHONE);
  await button(page, 'Contents').click();
  const drawer = page.getByRole('dialog', { name: 'Contents' });
  assert.deepEqual(await faults(page), []);
  await page.setViewportSize(PHONE);
  await drawer.getByRole('button', { name: 'End' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await until('the phone goes there', async () => {
    const { y } = await textOf(page).getByRole('heading', { name: 'End' }).boundingBox();
    return y > 40 && y < 220;
  });
  await keyboard.press('End');
  await keyboard.type('ing');
  assert.ok((await savedText(page, desk.author, id)).includes('<h2>Ending</h2>'), 'the cursor went along');
});

site.tell('find and replace keeps to the text, to its marks, and to one step to undo', async (step) => {
  const before = '<p>Sleep is not sleepless. <strong>Sleep</strong> “well”.</p><p>sleep, and asleep</p>';
  const id = await article(before);
  const { page, text, keyboard } = await openText(site, id);
  const bar = page.getByRole('search', { name: 'Find in the text' });
  const count = bar.getByRole('status');
  const says = (words) => until(`it says “${words}”`, async () => (await count.textContent()) === words);

  await step('Ctrl F in the text opens it', async () => {
    await keyboard.press('Control+f');
    await bar.waitFor();
    assert.equal((await focused(page)).name, 'Find');
    await keyboard.type('sleep');
    await says('5 places');
    await bar.getByLabel('Whole words').check();
    await says('3 places');
    await bar.getByLabel('Match case').check();
    await says('1 place');
    assert.deepEqual(await faults(page), []);
    await page.setViewportSize(DESKTOP);
  });

  await step('Enter goes on, Shift Enter back, round and round', async () => {
    await bar.getByLabel('Match case').uncheck();
    await bar.getByLabel('Find').focus();
    await keyboard.press('Enter');
    await says('1 of 3');
    await keyboard.press('Shift+Enter');
    await says('3 of 3');
    await keyboard.press('Shift+Enter');
    await says('2 of 3');
  });

  await step('Escape goes back with the place chosen', async () => {
    await keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
    assert.equal((await focused(page)).name, 'Text of the article');
    assert.equal(await page.evaluate(() => document.getSelection().toString()), 'Sleep');
  });

  await step('all are replaced in their marks, with signs that mean nothing else', async () => {
    await keyboard.press('Control+f');
    await bar.getByLabel('Replace with').fill('$1 rest');
    await button(bar, 'Replace all').click();
    await says('3 places replaced');
    assert.equal(
      await savedText(page, desk.author, id),
      '<p>$1 rest is not sleepless. <strong>$1 rest</strong> “well”.</p><p>$1 rest, and asleep</p>',
    );
  });

  await step('and come back in one step', async () => {
    await bar.getByLabel('Find').press('Escape');
    await keyboard.press('Control+z');
    assert.equal(await savedText(page, desk.author, id), before);
  });

  await step('one after the other, and straight quotes find round ones', async () => {
    await text.focus();
    await keyboard.press('Control+f');
    await bar.getByLabel('Whole words').uncheck();
    await bar.getByLabel('Find').fill('"well"');
    await says('1 place');
    await bar.getByLabel('Replace with').fill('“deeply”');
    await button(bar, 'Replace').click();
    await says('1 of 1');
    await button(bar, 'Replace').click();
    await says('Not in this text');
    assert.ok((await savedText(page, desk.author, id)).includes('“deeply”'));
  });
});

site.tell('pasted words arrive clean, and what did not come along is told', async (step) => {
  const id = await article();
  const { page, text, keyboard } = await openText(site, id);
  const note = page.locator('section [role=status]').filter({ hasText: /./ });

  await step('from Word', async () => {
    await paste(text, { 'text/html': WORD, 'text/plain': 'What rest is' });
    await note.getByText('2 images were left out. Add them with Picture.').waitFor();
    assert.equal(
      await savedText(page, desk.author, id),
      '<h2>What rest is</h2><p>Rest is <strong>not</strong> a <em>reward</em>.</p><ul><li><p>Sit</p><ul><li>without a phone</li></ul></li></ul>',
    );
    assert.deepEqual(await faults(page), []);
    await page.setViewportSize(DESKTOP);
    await button(note, 'Close').click();
    await note.waitFor({ state: 'hidden' });
  });

  await step('from Google Docs, over the clipboard itself', async () => {
    await keyboard.press('Control+a');
    await keyboard.press('Delete');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async (html) => {
      const item = new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob(['Rest is work.'], { type: 'text/plain' }) });
      await navigator.clipboard.write([item]);
    }, GOOGLE);
    await keyboard.press('Control+v');
    await text.getByText('Rest is work.').waitFor();
    assert.equal(
      await savedText(page, desk.author, id),
      '<p><strong>Rest</strong> is <a href="https://example.org/rest" rel="noopener noreferrer">work</a>.</p>'.replace(
        'href="https://example.org/rest" rel="noopener noreferrer"',
        'rel="noopener noreferrer" href="https://example.org/rest"',
      ),
    );
  });

  await step('the words alone with Ctrl Shift V', async () => {
    await keyboard.press('Control+a');
    await keyboard.press('Control+Shift+v');
    await until('the words are there', async () => (await savedText(page, desk.author, id)) === '<p>Rest is work.</p>');
  });

  await step('Markdown as words, then as it was meant, in one step to undo', async () => {
    await keyboard.press('Control+a');
    await paste(text, { 'text/plain': '## Rest\n\nIt is **work**, see [there](https://example.org/).' });
    await note.getByText('These words look like Markdown.').waitFor();
    assert.ok((await savedText(page, desk.author, id)).includes('It is **work**'));
    await button(note, 'Format them').click();
    await text.getByRole('heading', { name: 'Rest' }).waitFor();
    assert.equal(inOrder(await savedText(page, desk.author, id)), `<h2>Rest</h2><p>It is <strong>work</strong>, see ${LINK}there</a>.</p>`);
    assert.equal(await note.count(), 0);
    await keyboard.press('Control+z');
    await text.getByText('## Rest').waitFor();
  });

  await step('a file that is no picture changes nothing, and that is told', async () => {
    const stood = await savedText(page, desk.author, id);
    const pasteFile = (name, type) =>
      text.evaluate(
        (element, file) => {
          const clipboardData = new DataTransfer();
          clipboardData.items.add(new File(['x'], file.name, { type: file.type }));
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        },
        { name, type },
      );
    await pasteFile('notes.pdf', 'application/pdf');
    await note.getByText('A file of this kind cannot be put into the text. Nothing was changed.').waitFor();
    await pasteFile('one.png', 'image/png');
    await note.getByText('one.png: We could not read this picture. Use a JPEG, PNG or WebP file.').waitFor();
    assert.equal(await savedText(page, desk.author, id), stood);
  });
});

site.tell('the text is spelled in its language, named and described', async () => {
  const id = await article('<p>Words.</p>');
  const { page, text } = await openText(site, id);
  const { language } = await desk.author.get(`/drafts/${id}`);
  assert.equal(await text.getAttribute('lang'), language);
  assert.equal(await text.getAttribute('spellcheck'), 'true');
  const described = await text.getAttribute('aria-describedby');
  assert.match(await page.locator(`[id="${described}"]`).textContent(), /A slash puts in headings/);
  assert.equal(await saveLine(page).getAttribute('role'), 'status');
});

site.tell('a phone has room for all of it', async (step) => {
  const id = await article(LONG);
  const { page, text, keyboard } = await openText(site, id, { viewport: PHONE });

  await step('every tool is as large as a finger', async () => {
    for (const tool of await page.getByRole('toolbar').getByRole('button').all()) {
      const { width, height } = await tool.boundingBox();
      assert.ok(width >= 44 && height >= 44, `${await tool.textContent()}: ${width} × ${height}`);
    }
  });

  await step('what one types is not under the bar', async () => {
    await keyboard.press('Enter');
    await keyboard.type('The last line.');
    const bar = await saveLine(page).boundingBox();
    await until('it stands above the bar', async () => {
      const line = await text.getByText('The last line.').boundingBox();
      return line.y > 0 && line.y + line.height <= bar.y;
    });
  });

  await step('the count stands beside what is saved', async () => {
    await page.locator('main header').getByText(/words/).last().waitFor();
    await keyboard.press('Control+f');
    await button(page.getByRole('search'), 'Replace all').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, 'nothing scrolls sideways');
  });
});

site.tell('with the keyboard alone the menu, the bar and the text are one way', async () => {
  const id = await article('<p>Words.</p>');
  const { page, keyboard } = await openText(site, id);
  await keyboard.press('Control+f');
  await tabTo(page, 'Close');
  await keyboard.press('Enter');
  await until('the text has the cursor', async () => (await focused(page)).name === 'Text of the article');
  await page.goto('/admin/');
  await heading(page, 'My articles').waitFor();
});
