import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../../tests/render';
import type { Item, Problem, Reading } from './model';
import { Problems } from './Problems';

const drawn = vi.hoisted(() => ({ notes: 0 }));
vi.mock('@/shared/components/StatusTag', () => ({
  StatusTag: () => {
    drawn.notes += 1;
    return null;
  },
}));

beforeEach(() => {
  setLanguage('zh-CN');
  drawn.notes = 0;
});

const items = Array.from({ length: 100 }, (_, at) => ({ no: at + 1, state: 'open', places: [] }) as unknown as Item);
/** Each item contradicts the next three: many more problems than items. */
const problems = items.flatMap(({ no }) =>
  [1, 2, 3].map((by) => ({ id: `${no}-${by}`, kind: 'conflict', severity: 'hard', blocks: true, about: '', advice: '', ways: ['stricter'], sides: [{ item: no, quote: `第${no}句` }, { item: ((no + by - 1) % 100) + 1, quote: '另一句' }] }) as unknown as Problem),
);
const reading = { problems } as unknown as Reading;
const deeds = { onChoose: vi.fn(), onSettle: vi.fn(), onScopes: vi.fn(), onEdit: vi.fn() };

const margin = (current: number, inHand?: string, of = reading) => <Problems reading={of} items={items} current={current} inHand={inHand} {...deeds} />;

test('a long margin is folded, and shows more when asked', async () => {
  render(margin(1));
  const first = screen.getAllByRole('article').length;
  expect(first).toBeLessThan(40);
  await userEvent.click(screen.getByRole('button', { name: /再显示/ }));
  expect(screen.getAllByRole('article').length).toBeGreaterThan(first);
});

test('the problem that answers to figures is shown however many there are', () => {
  const all = problems.map((problem) => ({ ...problem, sides: [{ item: 1, quote: '同一句' }] }) as unknown as Problem);
  const last = all.at(-1)?.id;
  render(margin(1, last, { problems: all } as unknown as Reading));
  expect(screen.getAllByRole('article').some((note) => note.dataset['inHand'] === 'yes')).toBe(true);
});

test('a step draws the problems it touches, and no other', () => {
  const { rerender } = render(margin(1));
  drawn.notes = 0;
  rerender(margin(1, undefined, { problems: [...problems] } as unknown as Reading));
  expect(drawn.notes).toBe(0);
  const settled = problems.map((problem, at) => (at === 0 ? ({ ...problem, settled: 'stricter' }) : problem)) as Problem[];
  rerender(margin(1, undefined, { problems: settled } as unknown as Reading));
  expect(drawn.notes).toBe(1);
});
