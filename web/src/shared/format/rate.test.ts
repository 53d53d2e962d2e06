import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formatRate, sharePermille } from './rate';

const lines = readFileSync(resolve('../golden/ledger/shares.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

test.each(lines)('%s', (line) => {
  const [asked = '', said] = line.split(' => ');
  const [part, whole] = asked.split(' of ').map(Number);
  expect(formatRate(sharePermille(part ?? 0, whole ?? 0))).toBe(said);
});
