import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { brief } from './brief';

const names = new Map([['p_1', '苏晓']]);

beforeEach(() => setLanguage('zh-CN'));

test.each([
  [{ channel: 'phone', ended: false }, '渠道 电话 · 结束 否'],
  [{ new_rows: 1 }, '新增行数 1'],
  [{ kind: { from: 'organisation', to: 'consumer' } }, '类别 从 单位 · 到 个人'],
  [{ from: { kind: 'organisation' } }, '从 类别 单位'],
  [{ person: 'p_1', note: null }, '人员 苏晓'],
])('%j in words', (detail, words) => expect(brief(detail, names)).toBe(words));

test('in English too', () => {
  setLanguage('en');
  expect(brief({ covered: true }, names)).toBe('Covered yes');
});
