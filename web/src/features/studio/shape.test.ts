import { describe, expect, it } from 'vitest';
import type { Item } from './model';
import { segments } from './segments';
import { shaped } from './shape';

const item = (no: number, from: number, to: number): Item => ({ no, origin: 'found', state: 'open', confidence: 90, places: [{ from, to, quote: '' }] });

describe('the document as it is drawn', () => {
  it('has a title, headings, tables and text', () => {
    const pieces = shaped(segments('水泵服务方案\n\n一、质保\n整机质保两年，自验收起计算。\n级别\t到场\n一级\t2小时\n二级\t\n1、每年巡检一次。', []));
    expect(pieces.map((piece) => piece.look)).toEqual(['title', 'blank', 'heading', 'text', 'table', 'text']);
    const table = pieces[4];
    expect(table?.look === 'table' && table.rows.map((row) => row.map((cell) => cell.stretches.map((one) => one.text).join('')))).toEqual([['级别', '到场'], ['一级', '2小时'], ['二级', '']]);
  });

  it('keeps what belongs to an item in each cell, and begins it once', () => {
    const text = '一级\t𠮷2小时\t4小时';
    const [table] = shaped(segments(text, [item(1, 3, 11)]));
    const cells = table?.look === 'table' ? table.rows[0]?.map((cell) => cell.stretches.map((one) => [one.text, one.from, one.item?.no, one.begins])) : [];
    expect(cells).toEqual([[['一级', 0, undefined, 'no']], [['𠮷2小时', 3, 1, 'first']], [['4小时', 8, 1, 'no']]]);
  });

  it('takes a heading that promises something for text', () => {
    const pieces = shaped(segments('标题\n一、质保两年', [item(1, 5, 9)]));
    expect(pieces.map((piece) => piece.look)).toEqual(['title', 'text']);
  });
});
