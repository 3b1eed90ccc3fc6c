// The article that the product exists for, read where it lies: real people's words stay out of the tree.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = process.env.COUNTERSIGN_TEST_DATA;
const ANSWER_PARAGRAPHS = 3;

/**
 * A byline and an answer, a passage whose byline got lost, the publisher's disclaimer: told apart by
 * where they stand. Null where there is no real input.
 */
export function seedArticle() {
  if (!FOLDER) return null;
  const lines = readFileSync(path.join(FOLDER, 'seed-article.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [, byline, opening] = lines[0].match(/^([^:]+): (.+)$/);
  const [name, ...letters] = byline.split(', ');
  return {
    byline,
    name,
    letters,
    answer: [opening, ...lines.slice(1, ANSWER_PARAGRAPHS)],
    passage: lines.slice(ANSWER_PARAGRAPHS, -1),
    disclaimer: lines.at(-1),
  };
}
