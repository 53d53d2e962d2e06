import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { components } from '@/shared/api/schema';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../../tests/render';
import { Terms } from './WarrantyCard';

type Term = components['schemas']['TermView'];

const accepted = { on: '2026-03-16', date: 'accepted', because: { reason: 'preferred' } } as const;
const made = { on: '2025-01-15', date: 'manufactured', because: { reason: 'preferred' } } as const;
const own = { term: 'months:24', start: accepted, ends_on: '2028-03-16', repair_days: 0 };
const other = { term: 'months:30', start: made, ends_on: '2027-07-15', repair_days: 0 };

function term(of_two: Term['of_two']): Term {
  return {
    clause: 'term', covers: { what: 'whole_unit' }, heading: '保修期', sentence: '', runs: true, repair_days: 0,
    term: 'months:30', start: accepted, ends_on: '2027-07-15', days_left: 100, of_two: of_two ?? null,
  };
}

beforeEach(() => setLanguage('zh-CN'));

test('a term with two limits tells both and which of them governs, in either language', () => {
  render(<Terms terms={[term({ whichever: 'first', governs: 'other', own, other })]} />);
  const line = screen.getByText(/两个期限，先到者为准/);
  expect(line).toHaveTextContent(/2026-03-16.*至 2028-03-16.*2025-01-15.*至 2027-07-15，以此为准/);
  act(() => setLanguage('en'));
  expect(screen.getByText(/whichever ends first.*until 2027-07-15: this one governs/)).toBeVisible();
});

test('a limit whose day is not known is told as not counted yet', () => {
  const open: NonNullable<Term['of_two']>['other'] = { repair_days: 0, problem: { problem: 'no_start_date', any_of: ['manufactured'] } };
  render(<Terms terms={[term({ whichever: 'first', governs: 'own', own, other: open })]} />);
  expect(screen.getByText(/至 2028-03-16，以此为准.*未登记.*暂不计入/)).toBeVisible();
});

test('a part that spells its name is called by it', () => {
  render(<Terms terms={[{ ...term(undefined), covers: { what: 'component', class: 'part-4e3b673a' } }]} />);
  expect(screen.getByText('主机')).toBeVisible();
});
