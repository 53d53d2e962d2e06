import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wallOf } from './wall';

beforeAll(() => vi.stubEnv('TZ', 'America/New_York'));
afterAll(() => vi.unstubAllEnvs());

test('a time that the clocks of the browser leave out is shown as the company’s clocks show it', () => {
  expect(new Date('2026-03-08T02:30').getHours()).toBe(3);
  expect(wallOf('2026-03-08 02:30').format('YYYY-MM-DD HH:mm')).toBe('2026-03-08 02:30');
  expect(wallOf('2026-03-08').format('YYYY-MM-DD')).toBe('2026-03-08');
});
