import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { warrantyInWords, warrantyTexts, type WarrantySaid } from './warranty';

const law = { rule: 'term', value: 'months:12', source: '国经贸〔1995〕458号', status: 'confirmed' } as const;
const said: WarrantySaid = { on: '2026-11-30', standing: 'in_warranty', of: 'whole_unit', lifetime: false, part_labels: [], ends_on: '2027-06-01', missing_starts: [], missing_readings: [], source: 'product' };
const words = (of: Partial<WarrantySaid>) => warrantyInWords(warrantyTexts.t as never, { ...said, ...of });

beforeEach(() => setLanguage('zh-CN'));

test('a plan that promises enough is named by whose it is', () => {
  expect(words({})).toBe('整机至 2027-06-01，按产品的默认方案');
  expect(words({ source: 'company' })).toContain('按公司的默认方案');
});

test('where the plan says nothing, or less, the law is said to hold in its place', () => {
  expect(words({ law })).toBe('整机至 2027-06-01，方案未约定保修期，按三包规定（国经贸〔1995〕458号）');
  expect(words({ law: { ...law, said: 'months:6' } })).toContain('方案约定 6 个月，低于法定，按三包规定');
  expect(words({ law: { ...law, said: 'months:6 from manufactured' } })).toContain('方案约定 6 个月（自出厂日期起），低于法定');
  expect(words({ law, source: 'law' })).toContain('没有服务方案，按三包规定');
  expect(words({ law: { ...law, source: '建设工程质量管理条例第40条', status: 'to_verify' } })).toContain('按法律规定（建设工程质量管理条例第40条），请核对');
});

test('what is missing is asked for', () => {
  const unknown = { standing: 'unknown', ends_on: null } as const;
  expect(words({ ...unknown, missing_starts: ['delivered', 'purchased'] })).toContain('请在设备档案中补填起算日期：交付日期、购买日期');
  expect(words({ ...unknown, missing_readings: ['kilometres'] })).toContain('登记使用量（公里）');
});

test('a day that is over is said to be, also where parts go on', () => {
  expect(words({ standing: 'parts_in_warranty', ends_on: '2026-01-12' })).toContain('整机已于 2026-01-12 到期');
});
