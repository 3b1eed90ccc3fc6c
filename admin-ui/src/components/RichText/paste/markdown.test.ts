import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown, markdownToHtml } from './markdown';

describe('words that were clearly written as Markdown', () => {
  it.each(['# Title\n\nWords.', 'See [this](https://example.org/).', 'This **matters** much.', '- one\n- two', '1. one\n2. two', '| a | b |\n|---|---|\n| 1 | 2 |'])('%j is', (text) =>
    expect(looksLikeMarkdown(text)).toBe(true),
  );

  it.each(['Plain words.', 'A line - with a dash - in it.', '#hashtag and more', 'Either/or, 2 * 3 * 4', 'I was born in 1980.\nThen came 1990.', '[sic] (he said)', '> said once', 'snake_case_name'])(
    '%j is not',
    (text) => expect(looksLikeMarkdown(text)).toBe(false),
  );
});

it('becomes HTML', async () => {
  expect((await markdownToHtml('## A\n\nb **c** [d](https://example.org/)')).replace(/\n/g, '')).toBe(
    '<h2>A</h2><p>b <strong>c</strong> <a href="https://example.org/">d</a></p>',
  );
});
