import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { readPromise } from './reading';
import type { PromiseView } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 23, 2, 0);

const running: PromiseView = {
  heading: '工程师到场',
  from: 'reported',
  to: 'on_site',
  state: 'running',
  limit: 'working:PT8H',
  due_at: NOW + 20 * HOUR,
  as_of: NOW,
  used_ms: 2 * HOUR,
  left_ms: 6 * HOUR,
  counting: true,
};

beforeEach(() => setLanguage('zh-CN'));

describe('what a promise bar says', () => {
  test.each<[string, PromiseView, string, string, number]>([
    ['running', running, 'running', '还剩 6 小时 · 工作时间', 25],
    ['about to break', { ...running, due_at: NOW + 30_000, limit: 'natural:PT2H', used_ms: 2 * HOUR - 30_000, left_ms: 30_000 }, 'running', '还剩不到 1 分', 100],
    ['standing still at night', { ...running, counting: false }, 'running', '还剩 6 小时 · 工作时间 · 当前不计时', 25],
    ['past a mark', { ...running, warnings: [{ percent: 20, at: NOW - MINUTE }] }, 'warning', '还剩 6 小时 · 工作时间', 25],
    ['before a mark', { ...running, warnings: [{ percent: 80, at: NOW + MINUTE }] }, 'running', '还剩 6 小时 · 工作时间', 25],
    ['due since the server answered', { ...running, due_at: NOW - MINUTE, left_ms: -MINUTE }, 'broken', '已超 1 分 · 工作时间', 100],
    ['broken', { ...running, state: 'broken', limit: 'natural:PT2H', left_ms: -6 * MINUTE }, 'broken', '已超 6 分', 100],
    ['paused', { ...running, state: 'paused', reason: '等待客户' }, 'paused', '暂停中 · 等待客户', 25],
    ['kept', { ...running, state: 'kept', ended_at: NOW }, 'kept', '已履约 · 提前 6 小时', 25],
    ['late', { ...running, state: 'fulfilled_late', late_ms: 35 * MINUTE }, 'late', '逾期 35 分完成', 100],
    ['excused', { ...running, state: 'excused', reason: '不可抗力' }, 'excused', '已免责 · 不可抗力', 100],
    ['cancelled', { ...running, state: 'cancelled' }, 'cancelled', '已取消', 0],
    ['not owed', { ...running, state: 'cancelled', reason: '误报' }, 'cancelled', '已取消 · 误报', 0],
    ['waiting for papers', { ...running, due_at: null, limit: null, used_ms: null, left_ms: null, waits_for: '照片' }, 'running', '等待照片', 0],
    ['pending', { ...running, state: 'pending', used_ms: null, left_ms: null }, 'pending', '等待“报修”', 0],
  ])('%s', (_, view, look, words, percent) => {
    const reading = readPromise(view, NOW);
    expect([reading.look, reading.words, Math.round(reading.usedPercent)]).toEqual([look, words, percent]);
  });
});

test('time that counts goes on after the server answered, time that does not stays', () => {
  expect(readPromise(running, NOW + HOUR).words).toBe('还剩 5 小时 · 工作时间');
  expect(readPromise({ ...running, counting: false }, NOW + HOUR).words).toContain('还剩 6 小时');
  expect(readPromise({ ...running, state: 'paused' }, NOW + HOUR).usedPercent).toBe(25);
  const given: PromiseView = { ...running, state: 'broken', limit: 'natural:PT2H', left_ms: -6 * MINUTE, ended_at: NOW };
  expect(readPromise(given, NOW + HOUR).words).toBe('已超 6 分');
});

test('without the server figures only natural time is read from the due time', () => {
  const bare: PromiseView = { heading: '响应', from: 'reported', to: 'answered', state: 'running', started_at: NOW - HOUR, due_at: NOW + HOUR };
  expect(readPromise({ ...bare, limit: 'natural:PT2H' }, NOW).words).toBe('还剩 1 小时');
  expect(readPromise({ ...bare, limit: 'natural:PT2H' }, NOW).usedPercent).toBe(50);
  expect(readPromise({ ...bare, limit: 'working:PT2H' }, NOW).words).toBe('计时中');
});
