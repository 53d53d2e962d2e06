import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PlanProvider, type Plan } from './Context';
import { SchemaField } from './SchemaField';
import { blank, named } from './schema';

const plan = { parameters: [{ id: 'cost', question: '过保怎样收费？' }], clauses: [] } as unknown as Plan;

function field(name: string, def: string, value: unknown) {
  const onChange = vi.fn();
  render(<PlanProvider value={plan}><SchemaField name={name} schema={{ $ref: `#/$defs/${def}` }} value={value} onChange={onChange} /></PlanProvider>);
  return onChange;
}

test('a charge is stated in a word, or left to a question of the plan', () => {
  const onChange = field('labour', 'AskedCharge', 'at_cost');
  expect(screen.getByText('成本价')).toBeInTheDocument();
  fireEvent.click(screen.getByText('签约时再填'));
  expect(onChange).toHaveBeenLastCalledWith('ask:cost');
});

test('a charge that is asked names its question, and goes back to the most favourable', () => {
  const onChange = field('labour', 'AskedCharge', 'ask:cost');
  expect(screen.getByText('过保怎样收费？')).toBeInTheDocument();
  fireEvent.click(screen.getByText('写明'));
  expect(onChange).toHaveBeenLastCalledWith('free');
});

test.each(['early_minutes', 'late_minutes', 'early_days', 'late_days'])('%s may be left to be asked', (name) => {
  const onChange = field(name, 'AskedNumber', 30);
  fireEvent.click(screen.getByText('签约时再填'));
  expect(onChange).toHaveBeenLastCalledWith('ask:cost');
});

test('the published schema leaves each of them open', () => {
  const appointment = named('Bound').oneOf?.find((one) => 'early_minutes' in (one.properties ?? {}));
  expect(appointment?.properties?.['late_minutes']).toMatchObject({ $ref: '#/$defs/AskedNumber' });
  expect(named('RecurringDuty').properties?.['late_days']).toMatchObject({ $ref: '#/$defs/AskedNumber' });
  expect(blank({ $ref: '#/$defs/AskedCharges' })).toEqual({ labour: 'free', parts: 'free', travel: 'free', shipping: 'free' });
});
