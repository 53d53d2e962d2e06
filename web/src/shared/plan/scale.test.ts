import { expect, test } from 'vitest';
import { sayNumber } from './scale';

test('amounts and shares are said as people say them', () => {
  expect(sayNumber('otherwise_fen', 18_000)).toBe('¥180.00');
  expect(sayNumber('fen', 50)).toBe('¥0.50');
  expect(sayNumber('bps', 1_000)).toBe('10%');
  expect(sayNumber('at_most_bps', 50)).toBe('0.5%');
  expect(sayNumber('charged_bps', 8_500)).toBe('8.5 折');
  expect(sayNumber('years', 10)).toBe('10');
});
