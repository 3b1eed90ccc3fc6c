import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { emit } from './emit';
import { textExtensions } from './extensions';

/** What the server's own test reads: every sample has to pass its cleaning unchanged. */
const FILE = resolve('../crates/content/src/clean_html/editor_samples.json');

const DOCUMENTS: Record<string, string> = {
  paragraphs: '<p>One.</p><p>Two &amp; “three” &lt;four&gt;.</p>',
  marks: '<p>A <strong>bold</strong>, a <em>slanted</em>, H<sub>2</sub>O, x<sup>2</sup>, <code>code</code>.</p>',
  'marks in marks': '<p><strong><em>both</em></strong> and <strong>bold, <em>both</em>, bold</strong>.</p>',
  headings: '<h2>Two</h2><p>a</p><h3>Three</h3><p>b</p><h4>Four</h4><p>c</p>',
  list: '<ul><li>one</li><li>two</li></ul>',
  'list in a list': '<ul><li>one<ul><li>inner<ol><li>innermost</li></ol></li></ul></li><li>two</li></ul>',
  'numbered list': '<ol start="3"><li>three</li><li>four</li></ol>',
  'paragraphs in an item': '<ul><li><p>one</p><p>and more</p></li></ul>',
  quotation: '<blockquote><p>said</p><p>and said</p></blockquote>',
  'list in a quotation': '<blockquote><ul><li>one</li></ul></blockquote>',
  link: '<p>See <a href="https://example.org/a?b=1&amp;c=2">this</a>.</p>',
  'link by mail': '<p><a href="mailto:desk@example.org">Write</a></p>',
  'link to a telephone': '<p>Call <a href="tel:+15550100">555 0100</a>.</p>',
  'bold link': '<p><strong>See <a href="https://example.org/">this</a></strong>.</p>',
  'bold in a link': '<p><a href="https://example.org/">all of <strong>this</strong></a></p>',
  'breaks and rules': '<p>one<br>two</p><hr><p>three</p>',
  'preformatted text': '<pre><code>a  b\nc</code></pre>',
  table: '<table><tbody><tr><th>Head</th><th>Other</th></tr><tr><td>cell</td><td>other</td></tr></tbody></table>',
  'wide cells': '<table><tbody><tr><th colspan="2">Head</th></tr><tr><td>a</td><td>b</td></tr></tbody></table>',
  'a head of its own': '<table><thead><tr><th>Head</th><th>Other</th></tr></thead><tbody><tr><td>cell</td><td>other</td></tr></tbody></table>',
  'two rows of head and no more': '<table><thead><tr><th>One</th></tr><tr><th>Two</th></tr></thead></table>',
  'what a header stands for':
    '<table><thead><tr><th scope="col">Night</th><th colspan="2" scope="colgroup">Hours</th></tr></thead><tbody><tr><th rowspan="2" scope="rowgroup">Week</th><td>7</td><td>8</td></tr><tr><td scope="row">6</td><td>7</td></tr></tbody></table>',
  'quoted words, a title and an abbreviation':
    '<p>She said <q>stay</q>, from <cite>A Book</cite>, about <abbr title="post-traumatic stress">PTSD</abbr>.</p>',
  'a quotation in bold': '<p><strong><q>stay</q></strong> <a href="https://example.org/"><q>go</q></a></p>',
};

function sent(html: string): string {
  const editor = new Editor({ element: document.createElement('div'), extensions: textExtensions, content: html, injectCSS: false });
  const text = emit(editor.getHTML()).html;
  editor.destroy();
  return text;
}

const samples = Object.entries(DOCUMENTS).map(([name, html]) => ({ name, html: sent(html) }));

describe('the samples that the server cleans', () => {
  it('are what the editor sends today', () => {
    const fresh = `${JSON.stringify(samples, null, 2)}\n`;
    if (process.env.COUNTERSIGN_UPDATE_SAMPLES === '1') writeFileSync(FILE, fresh);
    expect(readFileSync(FILE, 'utf8'), 'run COUNTERSIGN_UPDATE_SAMPLES=1 npx vitest run samples').toBe(fresh);
  });

  it.each(samples)('are sent again as they came: $name', ({ html }) => {
    expect(sent(html)).toBe(html);
  });

  it.each(Object.entries(DOCUMENTS))('keep their words: %s', (name, html) => {
    const words = (text: string) => new DOMParser().parseFromString(text, 'text/html').body.textContent;
    expect(words(sent(html)), name).toBe(words(html));
  });

  it.each(['a head of its own', 'two rows of head and no more', 'what a header stands for'])('keep the table as it was: %s', (name) => {
    expect(samples.find((one) => one.name === name)?.html).toBe(DOCUMENTS[name]);
  });

  it('keep what has no button', () => {
    const words = samples.find((one) => one.name.startsWith('quoted'))?.html;
    expect(words).toContain('<q>stay</q>');
    expect(words).toContain('<cite>A Book</cite>');
    expect(words).toContain('<abbr title="post-traumatic stress">PTSD</abbr>');
  });
});
