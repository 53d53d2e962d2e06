import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { formatAgo, formatDiscount, formatFen, formatInstant, formatNamed, formatPhone, formatRow, formatShortInstant, formatSpan, instantOfWall, parseYuan, setZone } from '.';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => setLanguage('zh-CN'));
afterEach(() => setZone('Asia/Shanghai'));

describe('instants are shown in the company zone', () => {
  test.each([
    ['2026-11-22T06:05:00Z', '2026-11-22 14:05'],
    ['2026-11-22T16:00:00Z', '2026-11-23 00:00'],
    [Date.UTC(2026, 0, 1, 0, 0), '2026-01-01 08:00'],
    ['no instant', 'no instant'],
  ])('%s → %s', (instant, shown) => expect(formatInstant(instant)).toBe(shown));

  test('another company, another zone', () => {
    setZone('Europe/Berlin');
    expect(formatInstant('2026-07-01T10:00:00Z')).toBe('2026-07-01 12:00');
    expect(formatInstant('2026-01-01T10:00:00Z')).toBe('2026-01-01 11:00');
  });

  test('a short form drops this year only', () => {
    expect(formatShortInstant('2026-11-22T06:05:00Z', '2026-12-01T00:00:00Z')).toBe('11-22 14:05');
    expect(formatShortInstant('2026-11-22T06:05:00Z', '2027-01-01T00:00:00Z')).toBe('2026-11-22 14:05');
  });
});

describe('spans in words', () => {
  test.each([
    [30_000, 'natural', '不到 1 分'],
    [72 * MINUTE, 'working', '1 小时 12 分'],
    [2 * HOUR, 'working', '2 小时'],
    [50 * HOUR, 'working', '50 小时'],
    [50 * HOUR, 'natural', '2 天 2 小时'],
    [-5 * MINUTE, 'natural', '5 分'],
  ] as const)('%i ms of %s time → %s', (ms, kind, words) => expect(formatSpan(ms, kind)).toBe(words));

  test('ago in one unit', () => {
    expect(formatAgo(0, 30_000)).toBe('刚刚');
    expect(formatAgo(0, 121 * MINUTE)).toBe('2 小时前');
    expect(formatAgo(0, 49 * HOUR)).toBe('2 天前');
  });

  test('English', () => {
    setLanguage('en');
    expect(formatSpan(2278 * 24 * 60 * MINUTE)).toBe('2,278 d');
    expect(formatSpan(72 * MINUTE)).toBe('1 h 12 min');
  });
});

describe('money is written digit by digit', () => {
  test.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123_450, '¥1,234.50'],
    [-123_456_789, '−¥1,234,567.89'],
    [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  ])('%i fen → %s', (fen, shown) => expect(formatFen(fen)).toBe(shown));

  test.each([
    ['1,234.5', 123_450],
    ['¥ 0.05', 5],
    ['-3', -300],
    ['1.005', undefined],
    ['abc', undefined],
    ['', undefined],
  ])('%s typed → %s', (text, fen) => expect(parseYuan(text)).toBe(fen));
});

test.each([
  ['13800138000', '138 0013 8000'],
  ['138****8000', '138 **** 8000'],
  ['138******00', '138 **** **00'],
  ['0571-8888 6666', '0571 8888 6666'],
  ['057188886666-8012', '0571 8888 6666-8012'],
  ['057*******66', '057* **** **66'],
  ['01088886666', '010 8888 6666'],
  ['0318-888 6666', '0318 888 6666'],
  ['4008200000', '400 820 0000'],
  ['+8621', '+8621'],
  ['110', '110'],
])('phone %s → %s', (phone, shown) => expect(formatPhone(phone)).toBe(shown));

test.each([
  ['zh-CN', '修改：总部', '灯泡、电机', '甲；乙'],
  ['en', '修改: 总部', '灯泡, 电机', '甲; 乙'],
] as const)('punctuation of %s', (language, named, words, sentences) => {
  setLanguage(language);
  expect(formatNamed('修改', '总部')).toBe(named);
  expect(formatRow(['灯泡', '电机'], 'words')).toBe(words);
  expect(formatRow(['甲', '乙'], 'sentences')).toBe(sentences);
});

test.each([
  ['zh-CN', '9 折', '8.5 折', '原价', '120%'],
  ['en', '90%', '85%', 'full price', '120%'],
] as const)('discounts of %s', (language, ninety, eightyFive, whole, more) => {
  setLanguage(language);
  expect([9000, 8500, 10_000, 12_000].map(formatDiscount)).toEqual([ninety, eightyFive, whole, more]);
});

describe('wall times of the company', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-22 14:05', '2026-11-22T06:05:00.000Z'],
    ['America/New_York', '2026-07-01 09:00', '2026-07-01T13:00:00.000Z'],
    ['America/New_York', '2026-11-01 12:00', '2026-11-01T17:00:00.000Z'],
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T06:30:00.000Z'],
  ])('%s %s', (zone, wall, instant) => {
    setZone(zone);
    expect(instantOfWall(wall)).toBe(instant);
    setZone('Asia/Shanghai');
  });
});
