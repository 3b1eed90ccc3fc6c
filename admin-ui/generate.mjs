// Writes src/api/schema.d.ts from the description of the API; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const FROM = new URL('../crates/api/openapi.json', import.meta.url);
const TO = new URL('src/api/schema.d.ts', import.meta.url);

const description = JSON.parse(readFileSync(FROM, 'utf8'));
const HEAD = '// Made from crates/api/openapi.json by `npm run generate`. Not edited by hand.\n';
// Fields with a default may be left out of a request, hence `defaultNonNullable`.
const made = HEAD + astToString(await openapiTS(description, { defaultNonNullable: false }));

if (!process.argv.includes('--check')) {
  writeFileSync(TO, made);
} else if (readFileSync(TO, 'utf8') !== made) {
  console.error('src/api/schema.d.ts is older than crates/api/openapi.json. Run: npm run generate');
  process.exit(1);
}
