import { expect, test } from 'vitest';
import { formatBytes } from './bytes';

test('sizes are told in the largest unit that fits', () => {
  expect([0, 512, 1024, 1536, 1_048_576, 52_428_800, 157_286_400].map(formatBytes)).toEqual(['0 B', '512 B', '1 KB', '1.5 KB', '1 MB', '50 MB', '150 MB']);
});
