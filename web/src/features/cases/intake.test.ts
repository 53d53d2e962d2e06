import { expect, test } from 'vitest';
import { askOf, reportOf, requiredFields, type IntakePlan } from './intake';

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
