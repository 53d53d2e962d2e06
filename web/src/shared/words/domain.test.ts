import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { wordTexts } from './texts';

/** The codes of a word list of the domain, read where they are defined: `Reported = "reported",`. */
function codes(file: string, list: string): string[] {
  const source = readFileSync(resolve('../crates/domain/src', file), 'utf8');
  const body = new RegExp(`\\b${list} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/= "([a-z_]+)"/g)].map((match) => match[1] ?? '');
}

test.each([
  ['milestone', 'milestone.rs', 'Milestone'],
  ['state', 'obligation/row.rs', 'State'],
  ['pause', 'case/pause.rs', 'PauseReason'],
  ['role', 'access/role.rs', 'Role'],
])('every %s of the domain has a word', (group, file, list) => {
  const known = codes(file, list);
  expect(known.length).toBeGreaterThan(3);
  expect(known.filter((code) => !wordTexts.has(`${group}.${code}`))).toEqual([]);
});
