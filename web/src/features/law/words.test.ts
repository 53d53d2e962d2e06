import { describe, expect, it } from 'vitest';
import { legalWord } from '@/shared/words/legal';
import { lawValue } from './words';

describe('a legal row in words', () => {
  it.each([
    ['months:12', '1 年'],
    ['months:6', '6 个月'],
    ['natural-days:7', '7 个自然日'],
    ['times:2', '2 次'],
    ['daily-bps:5', '每日 0.05%'],
    ['daily-bps:50', '每日 0.5%'],
  ])('%s reads %s', (value, words) => expect(lawValue(value)).toBe(words));

  it('shows a code of the company as it is', () => {
    expect(legalWord('product', 'bicycle')).toBe('自行车');
    expect(legalWord('product', 'kettle')).toBe('kettle');
  });
});
