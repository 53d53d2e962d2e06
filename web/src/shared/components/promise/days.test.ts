import { afterEach, describe, expect, test } from 'vitest';
import { setZone } from '@/shared/format';
import { dayLines, foldIdleDays } from './days';
import type { ArithmeticSpan, SpanKind } from './types';

function span(from: string, to: string, kind: SpanKind, rule = 'opening-hours'): ArithmeticSpan {
  return { from: `${from}:00+08:00`, to: `${to}:00+08:00`, kind, rule: { rule }, counts: {} };
}

afterEach(() => setZone('Asia/Shanghai'));

describe('spans are cut at midnight of the company zone', () => {
  test('one span over a night is two blocks', () => {
    const lines = dayLines([span('2026-09-29T18:00', '2026-09-30T06:00', 'closed')]);
    expect(lines.map(({ day, blocks }) => [day, blocks.map(({ startPercent, widthPercent }) => [startPercent, widthPercent])])).toEqual([
      ['2026-09-29', [[75, 25]]],
      ['2026-09-30', [[0, 25]]],
    ]);
  });

  test('two spans of one day share its line', () => {
    const lines = dayLines([span('2026-09-29T09:00', '2026-09-29T12:00', 'counted'), span('2026-09-29T12:00', '2026-09-29T13:30', 'closed')]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.blocks.map(({ kind }) => kind)).toEqual(['counted', 'closed']);
  });

  test('days of 23 and 25 hours end at midnight too', () => {
    setZone('Europe/Berlin');
    const spring = dayLines([{ ...span('2026-03-28T12:00', '2026-03-30T12:00', 'closed') }]);
    const autumn = dayLines([{ ...span('2026-10-24T12:00', '2026-10-26T12:00', 'closed') }]);
    expect(spring.map(({ day }) => day)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(autumn.map(({ day }) => day)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });
});

test('a run of idle days is one line, two idle days are drawn', () => {
  const holiday = dayLines([
    span('2026-09-30T09:00', '2026-10-01T00:00', 'counted'),
    span('2026-10-01T00:00', '2026-10-09T00:00', 'closed', 'holiday'),
    span('2026-10-09T00:00', '2026-10-09T12:00', 'counted'),
  ]);
  expect(foldIdleDays(holiday).map(({ day, lastDay }) => [day, lastDay])).toEqual([
    ['2026-09-30', undefined],
    ['2026-10-01', '2026-10-08'],
    ['2026-10-09', undefined],
  ]);
  expect(foldIdleDays(dayLines([span('2026-10-10T00:00', '2026-10-12T00:00', 'closed', 'rest-day')]))).toHaveLength(2);
});
