// Writes src/api/schema.d.ts from the description of the API; with --check it only compares.
//
// The description may name one address twice, once for each group of calls. JSON keeps only the last of two
// equal keys, so the calls of equal addresses are put together here first.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const FROM = new URL('../crates/api/openapi.json', import.meta.url);
const TO = new URL('src/api/schema.d.ts', import.meta.url);

function readDescription() {
  const seen = new Map();
  const text = readFileSync(FROM, 'utf8').replace(/^ {4}"(\/[^"]*)": \{$/gm, (line, path) => {
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    return times === 1 ? line : `    "${path}#${times}": {`;
  });
  const description = JSON.parse(text);
  const paths = {};
  for (const [path, calls] of Object.entries(description.paths)) {
    const address = path.split('#')[0];
    paths[address] = { ...paths[address], ...calls };
  }
  return { ...description, paths };
}

const HEAD = '// Made from crates/api/openapi.json by `npm run generate`. Not edited by hand.\n';
// Fields with a default may be left out of a request, hence `defaultNonNullable`.
const made = HEAD + astToString(await openapiTS(readDescription(), { defaultNonNullable: false }));

if (!process.argv.includes('--check')) {
  writeFileSync(TO, made);
} else if (readFileSync(TO, 'utf8') !== made) {
  console.error('src/api/schema.d.ts is older than crates/api/openapi.json. Run: npm run generate');
  process.exit(1);
}
