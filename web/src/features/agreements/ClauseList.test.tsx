import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { render } from '../../../tests/render';
import { ClauseList, type ClauseInForce } from './ClauseList';

const floor = { source: '消费者权益保护法 第二十四条', status: 'to_verify', rule: 'term' };
const clause = (id: string, provenance: object) => ({ clause: { id, heading: id, text: '', promise: { kind: 'conduct' } }, provenance }) as unknown as ClauseInForce;

const CLAUSES = [
  clause('方案的', { origin: 'plan' }),
  clause('约定的', { origin: 'agreement' }),
  clause('提高的', { origin: 'plan', raised: { said: 'months:6', floor } }),
  clause('法律的', { origin: 'law', law: floor }),
];

const row = (heading: string) => within(screen.getByText(heading).closest('li') ?? document.body);

test('each clause has at most one word on who says so, and why is told to whoever asks', () => {
  render(<ClauseList clauses={CLAUSES} />);
  expect(row('方案的').queryByText(/方案$|法|协议/)).toBeNull();
  expect(row('约定的').getByText('协议约定')).toBeInTheDocument();
  expect(row('提高的').getByRole('button')).toHaveTextContent('已按法律提高');
  const law = row('法律的').getByRole('button');
  expect(law).toHaveTextContent('法律规定');
  expect(law.getAttribute('aria-label')).toMatch(/消费者权益保护法.*核对/u);
  expect(screen.queryByText('请核对')).toBeNull();
});
