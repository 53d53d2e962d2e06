import { describe, expect, it } from 'vitest';
import { askOf, groupOf, nameOf, narrowTo, rateText, type Group, type Ledger, type Tally } from './ask';

const tally: Tally = { kept: 2, fulfilled_late: 1, broken: 0, excused: 0, running: 0, cancelled: 0, kept_permille: 667, late_minutes: 0 };
const group = (key: string, plan?: string): Group => ({ key, name: key, tally, ...(plan && { plan }) });
const ledger: Ledger = { from: '2026-01-15', to: '2026-02-20', group_by: 'month', total: tally, groups: [], more_groups: 0, lateness: { counts: [] } };

describe('the question a ledger page asks', () => {
  it('takes what it knows from the address and leaves the rest', () => {
    expect(askOf({ from: '2026-01-01', owner: 'ps_1', colour: 'red' })).toEqual({ from: '2026-01-01', owner: 'ps_1' });
    expect(groupOf({ group: 'colour' })).toBe('clause');
  });

  it('leaves out a period that cannot be', () => {
    expect(askOf({ from: '2026-05-01', to: '2026-06-31' })).toEqual({ from: '2026-05-01' });
    expect(askOf({ from: '2026-05-01', to: '2026-02-01', owner: 'ps_1' })).toEqual({ owner: 'ps_1' });
  });

  it('narrows to a month as far as the period goes', () => {
    expect(narrowTo(group('2026-01'), 'month', ledger)).toEqual({ from: '2026-01-15', to: '2026-01-31' });
    expect(narrowTo(group('2026-02'), 'month', ledger)).toEqual({ from: '2026-02-01', to: '2026-02-20' });
  });

  it('narrows to a clause of its plan, and to those without any', () => {
    expect(narrowTo(group('arrive', 'pl_1'), 'clause', ledger)).toEqual({ clause: 'arrive', plan: 'pl_1' });
    expect(narrowTo(group('-'), 'owner', ledger)).toEqual({ owner: '-' });
    expect(nameOf({ key: '-', name: '' })).toBeUndefined();
    expect(nameOf({ key: 'near', name: '' })).toBe('near');
  });

  it('narrows to a level of its plan: another plan may call something else by that key', () => {
    expect(narrowTo(group('level-1', 'pl_1'), 'severity', ledger)).toEqual({ severity: 'level-1', plan: 'pl_1' });
  });

  it('says the share as the server counts it, and a dash while nothing is decided', () => {
    expect(rateText(tally)).toBe('66.7%');
    const { kept_permille: _, ...undecided } = tally;
    expect(rateText(undecided)).toBe('—');
  });
});
