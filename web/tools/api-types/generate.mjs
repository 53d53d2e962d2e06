// Writes src/shared/api/schema.d.ts from openapi.json, or with --check fails when it is stale.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../openapi.json', import.meta.url);
const target = new URL('../../src/shared/api/schema.d.ts', import.meta.url);

const banner = '// Generated from openapi.json by `npm run api`. Do not edit.\n\n';
const fresh = banner + astToString(await openapiTS(source, { alphabetize: true }));

if (process.argv.includes('--check')) {
  const stored = await readFile(target, 'utf8').catch(() => '');
  if (stored !== fresh) {
    console.error('src/shared/api/schema.d.ts is stale: run `npm run api` in web/ and commit the result.');
    process.exit(1);
  }
} else {
  await writeFile(target, fresh);
}
