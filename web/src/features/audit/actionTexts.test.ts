import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { auditActionTexts } from './actionTexts';
import { auditTexts } from './texts';

/** What the use cases write to the log, as `AuditEntry::new("plan.publish", "plan", …)`. */
const written = readdirSync(resolve('../crates/app/src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.rs'))
  .flatMap((file) => [...readFileSync(resolve('../crates/app/src', file), 'utf8').matchAll(/AuditEntry::new\(\s*"([a-z_.]+)",\s*"([a-z_]+)"/g)])
  .map(([, action = '', kind = '']) => ({ action, kind }));

test('every action and every subject of the log has a word', () => {
  expect(written.length).toBeGreaterThan(30);
  expect(written.map(({ action }) => action).filter((action) => !auditActionTexts.has(action))).toEqual([]);
  expect(written.map(({ kind }) => kind).filter((kind) => !auditTexts.has(`kind.${kind}`))).toEqual([]);
});
