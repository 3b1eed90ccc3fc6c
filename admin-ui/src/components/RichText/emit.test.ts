import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { emit } from './emit';
import { textExtensions } from './extensions';

function roundTrip(html: string): string {
  const editor = new Editor({ element: document.createElement('div'), extensions: textExtensions, content: html, injectCSS: false });
  const sent = emit(editor.getHTML()).html;
  editor.destroy();
  return sent;
}

describe('what the editor sends', () => {
  it.each([
    ['paragraphs and marks', '<p>One <strong>bold</strong>, one <em>slanted</em>, H<sub>2</sub>O, x<sup>2</sup>, <code>code</code>.</p>'],
    ['headings', '<h2>Two</h2><p>a</p><h3>Three</h3><p>b</p><h4>Four</h4><p>c</p>'],
    ['a list', '<ul><li>one</li><li>two</li></ul>'],
    ['a nested list', '<ul><li><p>one</p><ul><li>inner</li></ul></li></ul>'],
    ['a numbered list', '<ol start="3"><li>three</li><li>four</li></ol>'],
    ['a quotation', '<blockquote><p>said</p></blockquote>'],
    ['a link', '<p>See <a rel="noopener noreferrer" href="https://example.org/a?b=1">this</a>.</p>'],
    ['breaks and rules', '<p>one<br>two</p><hr><p>three</p>'],
    ['preformatted text', '<pre><code>a  b</code></pre>'],
    ['a table', '<table><tbody><tr><th>Head</th><th>Other</th></tr><tr><td>cell</td><td colspan="1">other</td></tr></tbody></table>'],
  ])('keeps %s', (_name, html) => {
    const sent = roundTrip(html);
    expect(sent).toBe(html.replace(' colspan="1"', ''));
    expect(roundTrip(sent)).toBe(sent);
  });

  it('leaves out what may not be sent and keeps the words', () => {
    expect(roundTrip('<h1>Title</h1><p style="color:red"><u>under</u> <span class="x">span</span></p><script>bad()</script><img src="x">')).toBe(
      '<p>Title</p><p>under span</p>',
    );
  });

  it('has no link that runs something', () => {
    expect(roundTrip('<p><a href="javascript:alert(1)">x</a></p>')).toBe('<p>x</p>');
  });

  it('sends nothing for an empty text', () => {
    expect(roundTrip('<p></p><p></p>')).toBe('');
  });
});

describe('a link', () => {
  it('ends where its words end', () => {
    const content = '<p><a href="https://example.org/">there</a></p>';
    const editor = new Editor({ element: document.createElement('div'), extensions: textExtensions, content, injectCSS: false });
    editor.commands.setTextSelection(6);
    editor.view.dispatch(editor.state.tr.insertText(' and on'));
    expect(emit(editor.getHTML()).html).toBe('<p><a rel="noopener noreferrer" href="https://example.org/">there</a> and on</p>');
    editor.destroy();
  });
});
