import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { renderPage } from '../../../tests/desk';
import { History } from './History';
import { WarrantyCard } from './WarrantyCard';

const unit = { product_name: '投影机', model: 'JL-500', serial: 'SN-1', number: 'SB-1', customer_name: '云栖酒店', place: '' };
const undated = { clause: 'term', covers: { what: 'whole_unit' }, term: null, start: null, ends_on: null, or_usage: null, repair_days: 0, replaced_on: null, raised: null, problem: { problem: 'no_start_date', any_of: ['accepted', 'delivered'] }, heading: '整机保修', sentence: '', runs: false };
const card = { company: '云帆', hotline: '', public_code: 'c', today: '2026-11-30', standing: 'unknown', missing_starts: ['accepted', 'delivered'], plan: '投影机方案', terms: [undated], history: [], said: { on: '2026-11-30', standing: 'unknown', of: 'whole_unit', lifetime: false, part_labels: [], missing_starts: ['accepted', 'delivered'], missing_readings: [], source: 'product' } };

beforeEach(() => setLanguage('zh-CN'));

test('a warranty without a start is not said to be over, nor that nothing was promised', async () => {
  renderPage(() => <WarrantyCard unit={unit as never} card={card as never} />, { path: '/', address: '/' }, []);
  expect(await screen.findAllByText('无法判定')).toHaveLength(2);
  expect(screen.getByText(/请在设备档案中补填起算日期：验收日期、交付日期，有一项即可判定/)).toBeInTheDocument();
  expect(screen.queryByText('不在保修期')).not.toBeInTheDocument();
  expect(screen.queryByText('方案未约定')).not.toBeInTheDocument();
});

test('the history says that the fallback without papers is not on file', async () => {
  const start = { on: '2026-01-05', date: 'accepted', because: { reason: 'fallback_unknown', fallback: 'manufactured', unknown: [] } };
  const item = { seq: 1, resolved_at: '2026-11-30T01:00:00Z', why: 'registered', ends_on: '2027-01-05', terms: [{ ...undated, problem: null, start, ends_on: '2027-01-05' }] };
  renderPage(() => <History items={[item] as never} />, { path: '/', address: '/' }, []);
  expect(await screen.findByText(/应按出厂日期起算，但未登记；暂按验收日期起算/)).toBeInTheDocument();
});
