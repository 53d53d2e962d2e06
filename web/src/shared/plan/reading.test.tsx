import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useReading } from './reading';

const clause = (promise: object, when: object = {}) => ({ id: 'c', heading: '', text: '', when, promise }) as unknown as Parameters<ReturnType<typeof useReading>>[0];

test('a rhythm and hours of the day are said as people say them', () => {
  const { result } = renderHook(() => useReading());
  const duty = result.current(clause({ kind: 'recurring_duty', what: 'inspection', every: { count: 3, unit: 'months' }, early_days: 0, late_days: 5 }));
  expect(duty).toContain('频次 每 3 个月');
  expect(duty.join(' ')).not.toContain('可提前');
  expect(duty).toContain('可推迟（天） 5');
  const arrival = result.current(clause({ kind: 'time_limit', from: 'reported', to: 'on_site', rows: [], otherwise: { bound: { type: 'within', limit: 'natural:PT72H' } } }));
  expect(arrival).toContain('终点 到场');
  expect(arrival).toContain('时限 72 小时');
  expect(arrival.join(' ')).not.toContain('其他情况');
  const limit = result.current(clause({ kind: 'time_limit', rows: [{ when: { reported_between: { from: '08:30:00', to: '17:30:00' } }, bound: { type: 'within', limit: 'natural:PT4H' } }] }));
  expect(limit.join(' ')).toContain('报修时刻 08:30–17:30');
});
