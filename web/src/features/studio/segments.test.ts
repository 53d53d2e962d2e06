import { describe, expect, it } from 'vitest';
import type { Item } from './model';
import { segments } from './segments';

const item = (no: number, ...places: [number, number][]): Item => ({ no, origin: 'found', state: 'open', confidence: 90, places: places.map(([from, to]) => ({ from, to, quote: '' })) });
const shown = (text: string, items: Item[]) => segments(text, items).map((line) => line.stretches.map((one) => `${one.item ? `[${one.item.no}${{ first: '*', again: '+', no: '' }[one.begins]}]` : ''}${one.text}`));

describe('segments', () => {
  it('cuts lines where promises begin and end', () => {
    expect(shown('保修一年，灯泡除外。\n两小时到场。', [item(1, [0, 4]), item(2, [11, 16])])).toEqual([['[1*]保修一年', '，灯泡除外。'], ['[2*]两小时到场', '。']]);
  });

  it('shows the shorter of two that share words, and both begin once', () => {
    expect(shown('自验收起保修一年', [item(1, [0, 8]), item(2, [1, 4])])).toEqual([['[1*]自', '[2*]验收起', '[1]保修一年']]);
  });

  it('leaves shared words to the item that is named after them', () => {
    expect(shown('自验收起保修一年，电机两年', [item(1, [0, 8]), item(2, [9, 13], [0, 4])])).toEqual([['[1*]自验收起保修一年', '，', '[2*]电机两年']]);
  });

  it('marks each place of an item, and counts characters, not code units', () => {
    expect(shown('😀一级4小时，二级8小时', [item(3, [1, 6], [7, 12])])).toEqual([['😀', '[3*]一级4小时', '，', '[3+]二级8小时']]);
  });
});
