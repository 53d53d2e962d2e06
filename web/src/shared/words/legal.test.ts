import { describe, expect, it } from 'vitest';
import { floorWords, lawValue, legalWord } from './legal';

describe('a legal row in words', () => {
  it.each([
    ['months:12', '1 年'],
    ['months:6', '6 个月'],
    ['natural-days:7', '7 个自然日'],
    ['times:2', '2 次'],
    ['daily-bps:5', '每日 0.05%'],
    ['daily-bps:50', '每日 0.5%'],
    ['bps-per-1000-km:80', '每千公里价款的 0.8%'],
    ['seasons:2', '2 个采暖期、供冷期（起止按所在城市公布）'],
  ])('%s reads %s', (value, words) => expect(lawValue(value)).toBe(words));

  it('tells a floor with its source, and that nobody has read it yet', () => {
    const floor = { rule: 'term', value: 'months:12', source: '国经贸〔1995〕458号', status: 'to_verify' } as const;
    expect(floorWords(floor)).toBe('最短保修期 1 年（国经贸〔1995〕458号，请核对）');
    expect(floorWords({ ...floor, rule: 'refund-for-exchange', value: 'times:1' })).toBe('应换而无货可换，改为全额退款（国经贸〔1995〕458号）');
    expect(floorWords({ ...floor, status: 'confirmed' })).toBe('最短保修期 1 年（国经贸〔1995〕458号）');
  });

  it('shows a code of the company as it is', () => {
    expect(legalWord('product', 'bicycle')).toBe('自行车');
    expect(legalWord('product', 'kettle')).toBe('kettle');
  });
});
