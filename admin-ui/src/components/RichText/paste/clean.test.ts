import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { emit } from '../emit';
import { textExtensions } from '../extensions';
import { cleanPasted } from './clean';
import { tellLeftOut } from './leftOut';
import { trueAddress } from './links';
import { googleDocs, wordDesktop, wordOnline } from './samples';

/** The text as it is sent after a paste into an empty one. */
function pasted(html: string): string {
  const editor = new Editor({ element: document.createElement('div'), extensions: textExtensions, content: cleanPasted(html).html, injectCSS: false });
  const sent = emit(editor.getHTML()).html;
  editor.destroy();
  return sent;
}

const told = (html: string): string[] => tellLeftOut(cleanPasted(html).leftOut);

describe('from Word', () => {
  const sent = pasted(wordDesktop);

  it('arrives as headings, paragraphs, lists, a table and emphasis', () => {
    expect(sent).toBe(
      '<h2>Rest after a hard year</h2><h2>What rest is</h2>' +
        '<p>Rest is <strong>not</strong> a <em>reward</em>. It is part of the work.</p>' +
        '<h3>Ways to begin</h3>' +
        '<ul><li><p>Sit for a minute</p><ul><li>without a phone</li></ul></li><li>Walk slowly</li></ul>' +
        '<p>Then, in this order:</p>' +
        '<ol><li>Breathe</li><li>Read <a rel="noopener noreferrer" href="https://example.org/rest">this page</a></li></ol>' +
        '<p>Some said seldom. See my notes.</p>' +
        '<table><tbody><tr><td><strong>Night</strong></td><td><strong>Hours</strong></td></tr><tr><td>First</td><td></td></tr></tbody></table>',
    );
  });

  it('says what did not come along', () => {
    expect(told(wordDesktop)).toEqual([
      '1 image was left out. Add it with Picture.',
      '1 comment was left out.',
      'Words marked as deleted were left out.',
      '1 link that does not lead to a page on the web was left out; the words stayed.',
    ]);
  });

  it('arrives from the web edition too', () => {
    expect(pasted(wordOnline)).toBe(
      '<h2>What rest is</h2><p><strong>Rest</strong> is part of the work.</p>' +
        '<ul><li><p>Sit</p><ul><li>without a phone</li></ul></li><li>Walk</li></ul>',
    );
    expect(told(wordOnline)).toEqual([]);
  });

  it('keeps two lists apart, and the number at which one begins', () => {
    const item = (list: string, sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:${list} level1 lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span>${words}</p>`;
    expect(pasted(item('l0', '·', 'a') + item('l1', '4.', 'b') + item('l1', '5.', 'c'))).toBe('<ul><li>a</li></ul><ol start="4"><li>b</li><li>c</li></ol>');
  });
});

describe('from Google Docs', () => {
  it('arrives without its wrapper, with what its styles said', () => {
    expect(pasted(googleDocs)).toBe(
      '<h2>What rest is</h2>' +
        '<p><strong>Rest</strong> is <em>part</em> of the work. See <a rel="noopener noreferrer" href="https://example.org/rest?a=1">this page</a>.</p>' +
        '<ul><li><p>Sit</p><ul><li>without a phone</li></ul></li><li>Walk</li></ul>' +
        '<table><tbody><tr><td>Night</td><td>Hours</td></tr></tbody></table>',
    );
    expect(told(googleDocs)).toEqual(['1 image was left out. Add it with Picture.']);
  });
});

describe('from anywhere', () => {
  it.each([
    ['words without a block', 'one <b>two</b>', '<p>one <strong>two</strong></p>'],
    ['lines of bare words', '<p>one</p>two<br>three', '<p>one</p><p>two<br>three</p>'],
    ['boxes', '<div><div>one</div><div>two</div></div>', '<p>one</p><p>two</p>'],
    ['nothing at all', '<p>&nbsp;</p><p><br></p>', ''],
    ['emphasis taken back by style', '<b style="font-weight:400">plain</b>', '<p>plain</p>'],
    ['a heading too deep', '<h2>a</h2><h6>b</h6>', '<h2>a</h2><h4>b</h4>'],
    ['headings from the first depth', '<h1>a</h1><h2>b</h2><h3>c</h3>', '<h2>a</h2><h3>b</h3><h4>c</h4>'],
    ['a heading in a cell', '<table><tr><td><h3>a</h3></td></tr></table>', '<table><tbody><tr><td><strong>a</strong></td></tr></tbody></table>'],
    ['a space that holds two words', '<p>10&nbsp;mg</p>', '<p>10\u00a0mg</p>'.replace('\u00a0', '&nbsp;')],
    ['a place in the other text', '<p><a href="#top">up</a></p>', '<p>up</p>'],
    ['scripts and styles', '<style>p{}</style><p onclick="x()">a</p><script>x()</script>', '<p>a</p>'],
    ['a small sign', '<p>Well done <img alt="🎉" src="x"></p>', '<p>Well done 🎉</p>'],
    ['preformatted words', '<pre>a  b\nc</pre>', '<pre><code>a  b\nc</code></pre>'],
  ])('%s', (_what, html, sent) => expect(pasted(html)).toBe(sent));

  it('leaves alone what an editor of ours copied', () => {
    const own = '<p data-pm-slice="1 1 []">one  two</p>';
    expect(cleanPasted(own).html).toBe(own);
  });

  it.each([
    ['<p><s>gone</s></p>', 'Crossed-out words came along as plain words.'],
    ['<p>a</p><video></video>', '1 video or other embedded part was left out.'],
    ['<img src="a"><img src="b"><p>a</p>', '2 images were left out. Add them with Picture.'],
  ])('tells of %s', (html, sentence) => expect(told(html)).toEqual([sentence]));

  it('misses no picture of a single point', () => expect(told('<p>a<img width="1" height="1" src="x"></p>')).toEqual([]));
});

describe('the address a link means', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D', 'https://example.org/a'],
    ['https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05', 'https://example.org/a'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['https://www.google.com/url?q=javascript:alert(1)', null],
    ['javascript:alert(1)', null],
    ['file:///C:/notes.docx', null],
    ['/relative', null],
  ])('%s', (href, meant) => expect(trueAddress(href)).toBe(meant));
});
