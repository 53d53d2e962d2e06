import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { durationMs, formatLimit, limitUnit } from '.';

beforeEach(() => setLanguage('zh-CN'));

test.each([
  ['working:PT8H', '8 小时（工作时间）'],
  ['natural:PT30M', '30 分'],
  ['natural:PT48H', '48 小时'],
  ['natural:PT72H', '72 小时'],
  ['natural:P3D', '3 天'],
  ['working-days:3', '3 个工作日'],
  ['natural-days:7', '7 个自然日'],
  ['months:2', '2 个月'],
  ['months:24', '2 年'],
  ['something else', 'something else'],
])('limit %s reads %s', (limit, words) => expect(formatLimit(limit)).toBe(words));

test('English has a singular', () => {
  setLanguage('en');
  expect(formatLimit('working-days:1')).toBe('1 working day');
  expect(formatLimit('working-days:3')).toBe('3 working days');
});

test.each([
  ['PT1H30M', 5_400_000],
  ['P1DT1S', 86_401_000],
  ['PT0.5S', 500],
  ['P', undefined],
  ['PT', undefined],
  ['8 hours', undefined],
])('duration %s is %s ms', (text, ms) => expect(durationMs(text)).toBe(ms));

test('a text that is no limit has no unit', () => {
  expect(limitUnit('working:PT8H')).toBe('working');
  expect(limitUnit('weeks:2')).toBeUndefined();
  expect(limitUnit(null)).toBeUndefined();
});
