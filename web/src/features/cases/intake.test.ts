import { expect, test } from 'vitest';
import { askOf, isSameNumber, reportOf, requiredFields, withoutCaller, type IntakePlan, isWholeNumber } from './intake';

test('a grade goes along only when somebody grades now', () => {
  const values = { channel: 'phone' as const, unit: 'unit_1', slip: { content: '停机' }, answers: { down: 'yes' as const, risk: 'no' as const }, severity: null };
  expect(reportOf({ ...values, grading: 'later' }).grade).toBeNull();
  expect(reportOf({ ...values, grading: 'now' })).toEqual({
    channel: 'phone', unit: 'unit_1', slip: { name: '', phone: '', address: '', content: '停机', wishes: '' },
    grade: { answers: { down: true, risk: false }, severity: null, reason: '' },
  });
});

test('nothing is asked before a unit or an agreement is known', () => {
  expect(askOf({ channel: 'phone', slip: { phone: '138' } })).toBeUndefined();
  expect(askOf({ channel: 'phone', agreement: 'agr_1', question: '' })).toEqual({ channel: 'phone', agreement: 'agr_1' });
});

test('what is answered yes is asked about, once grading is asked', () => {
  expect(askOf({ channel: 'phone', unit: 'unit_1', grading: 'now' })).toEqual({ channel: 'phone', unit: 'unit_1', yes: '' });
  expect(askOf({ channel: 'phone', unit: 'unit_1', grading: 'now', answers: { a: 'yes', b: 'yes', c: 'no' }, severity: 'level-1' })).toEqual({ channel: 'phone', unit: 'unit_1', yes: 'a,b', severity: 'level-1' });
});

test('required fields are told with the clause that requires them', () => {
  const plan = { required: [{ field: 'content' }, { field: 'wishes', heading: '报修登记' }] } as unknown as IntakePlan;
  expect(requiredFields(plan)).toEqual({ content: { heading: null }, wishes: { heading: '报修登记' } });
  expect(requiredFields(undefined)).toEqual({});
});

test('a customer is named only where neither unit nor agreement says whose case it is', () => {
  const values = { channel: 'phone' as const, customer: 'cus_1', slip: { content: '停机' } };
  expect(reportOf(values).customer).toBe('cus_1');
  expect(reportOf({ ...values, unit: 'unit_1' }).customer).toBeUndefined();
  expect(askOf(values)).toEqual({ channel: 'phone', customer: 'cus_1' });
  expect(askOf({ ...values, agreement: 'agr_1' })).toEqual({ channel: 'phone', agreement: 'agr_1' });
});

const TAKEN = { customer: 'cus_1', phone: '13800001234', name: '郭敏', address: '青浦路 1 号' };

test('another caller leaves nothing of the first one in the form', () => {
  const values = { channel: 'phone' as const, customer: 'cus_1', unit: 'unit_1', agreement: 'agr_1', slip: { name: '郭敏', address: '青浦路 1 号', content: '停机' } };
  const left = withoutCaller(values, TAKEN, { unit: 'cus_1', plan: 'cus_1' });
  expect(left).toMatchObject({ customer: null, unit: null, agreement: null, slip: { name: '', address: '' } });
});

test('what was typed by hand stays when the caller changes', () => {
  const values = { channel: 'phone' as const, customer: 'cus_1', unit: 'unit_2', slip: { name: '郭先生', address: '长江路 8 号', content: '停机' } };
  expect(withoutCaller(values, TAKEN, { unit: 'cus_2', plan: 'cus_2' })).toEqual({ customer: null, slip: {} });
});

test('a number is the same however it is spaced, and by its end', () => {
  expect(isSameNumber('13800001234', '138-0000 1234')).toBe(true);
  expect(isSameNumber('1234', '13800001234')).toBe(true);
  expect(isSameNumber('13800001234', '1380000123')).toBe(false);
  expect(isSameNumber('13800001234', '13900001234')).toBe(false);
});

test.each([
  ['13800138000', '138 0013 8000', true],
  ['13800138000', '138****8000', true],
  ['65551234', '010-6555 1234', true],
  ['1380013', '13800138000', false],
  ['13800138001', '138****8000', false],
  ['8000', '13800138000', false],
])('%s is %s whole: %s', (typed, known, same) => expect(isWholeNumber(typed, known)).toBe(same));
