import { act, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../../tests/render';
import { ActionButtons, ConfirmDialog } from './actions';
import { fieldPath, useFieldProblems } from './FieldErrors';
import { clean } from './list/useFilters';
import { Arithmetic, PromiseBar, type PromiseView } from './promise';
import { ProblemAlert } from './states';

beforeEach(() => setLanguage('zh-CN'));

const refusal = new ApiProblem(409, { type: 'x', status: 409, instance: '1', title: '还不能关单，请先让客户签字。', clauses: [{ id: 'c', heading: '以客户签字为准' }] });

const LABELS: Readonly<Record<string, string>> = { close: '关单', arrive: '到场', void: '作废' };

function label(name: string): string {
  return LABELS[name] ?? name;
}

function PhoneForm({ error }: { error: unknown }) {
  const [form] = Form.useForm();
  const rest = useFieldProblems(form, error);
  return (
    <Form form={form}>
      <ProblemAlert error={rest} />
      <Form.Item name="phone" label="电话"><Input /></Form.Item>
    </Form>
  );
}
function wrong(pointer: string): ApiProblem {
  return new ApiProblem(422, { type: 'x', status: 422, instance: '1', title: '请检查填写', errors: [{ pointer, code: 'no-phone', message: '不是电话号码' }] });
}

describe('action buttons', () => {
  const actions = [
    { name: 'close', allowed: false, because: '客户尚未签字' },
    { name: 'arrive', allowed: true },
    { name: 'void', allowed: true },
  ];

  test('an allowed action acts, a forbidden one says why and does nothing', async () => {
    const onAct = vi.fn();
    render(<ActionButtons actions={actions} label={label} onAct={onAct} />);
    await userEvent.click(screen.getByRole('button', { name: '到场' }));
    expect(onAct).toHaveBeenCalledExactlyOnceWith('arrive');
    expect(screen.getByRole('button', { name: '关单' })).toBeDisabled();
    expect(screen.getByRole('note')).toHaveAccessibleName('关单。不可用：客户尚未签字');
  });

  test('while one is under way the others wait', () => {
    render(<ActionButtons actions={actions} label={label} onAct={() => undefined} busy="arrive" />);
    expect(screen.getByRole('button', { name: '作废' })).toBeDisabled();
  });
});

test('a refusal in a dialog keeps it open with the reason typed', async () => {
  const onClose = vi.fn();
  render(<ConfirmDialog open title="关单" okText="确认关单" reasonLabel="原因" onOk={() => Promise.reject(refusal)} onClose={onClose} />);
  await userEvent.click(screen.getByRole('button', { name: '确认关单' }));
  expect(await screen.findByText('请写明原因')).toBeVisible();
  await userEvent.type(screen.getByLabelText('原因'), '客户来电');
  await userEvent.click(screen.getByRole('button', { name: '确认关单' }));
  expect(await screen.findByText('还不能关单，请先让客户签字。')).toBeVisible();
  expect(screen.getByLabelText('原因')).toHaveValue('客户来电');
  expect(onClose).not.toHaveBeenCalled();
});

test('a problem shows what to do and the clauses it rests on', () => {
  render(<ProblemAlert error={refusal} />);
  expect(screen.getByRole('alert')).toHaveTextContent('还不能关单，请先让客户签字。依据条款：「以客户签字为准」');
});

test('an error that is no answer of the server is not shown raw', () => {
  render(<ProblemAlert error={new TypeError('x is undefined')} />);
  expect(screen.getByRole('alert')).not.toHaveTextContent('undefined');
});

test.each([
  ['/contacts/0/phone', ['contacts', 0, 'phone']],
  ['#/name', ['name']],
  ['/a~1b/c~0d', ['a/b', 'c~d']],
])('pointer %s', (pointer, path) => expect(fieldPath(pointer)).toEqual(path));

describe('field messages of a refusal', () => {
  test('stand under their field', async () => {
    const { rerender } = render(<PhoneForm error={undefined} />);
    rerender(<PhoneForm error={wrong('/phone')} />);
    expect(await screen.findByText('不是电话号码')).toBeVisible();
    expect(screen.queryByText('请检查填写')).not.toBeInTheDocument();
  });

  test('are gone once the field is corrected', async () => {
    const { rerender } = render(<PhoneForm error={undefined} />);
    rerender(<PhoneForm error={wrong('/phone')} />);
    expect(await screen.findByText('不是电话号码')).toBeVisible();
    await userEvent.type(screen.getByLabelText('电话'), '1');
    await waitFor(() => expect(screen.queryByText('不是电话号码')).not.toBeInTheDocument());
  });

  test('are shown above when the form has no such field', async () => {
    const { rerender } = render(<PhoneForm error={undefined} />);
    rerender(<PhoneForm error={wrong('/elsewhere')} />);
    expect(await screen.findByText('请检查填写')).toBeVisible();
  });
});

describe('promise bar', () => {
  const promise: PromiseView = { heading: '工程师到场', from: 'reported', to: 'on_site', state: 'paused', reason: '等待客户', limit: 'working:PT8H', used_ms: 3_600_000, left_ms: 25_200_000, owner: '周云帆' };

  test('says what, how far, what is left and who', () => {
    render(<PromiseBar promise={promise} />);
    expect(screen.getByRole('article')).toHaveAccessibleName('工程师到场：暂停中 · 等待客户');
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuetext', '暂停中 · 等待客户');
    expect(screen.getByText('责任人 周云帆')).toBeVisible();
  });

  test('opens its arithmetic, which adds up', async () => {
    const spans = [
      { from: '2026-11-20T09:00:00+08:00', to: '2026-11-20T12:00:00+08:00', kind: 'counted' as const, rule: { rule: 'opening-hours' }, counts: { time: 'PT3H' } },
      { from: '2026-11-20T12:00:00+08:00', to: '2026-11-20T13:30:00+08:00', kind: 'closed' as const, rule: { rule: 'outside-hours' }, counts: { time: 'PT0S' } },
      { from: '2026-11-20T13:30:00+08:00', to: '2026-11-20T18:00:00+08:00', kind: 'counted' as const, rule: { rule: 'opening-hours' }, counts: { time: 'PT4H30M' } },
    ];
    render(<PromiseBar promise={promise} explain={<Arithmetic spans={spans} />} />);
    await userEvent.click(screen.getByRole('button', { name: '工程师到场的时限怎么算的' }));
    const rows = await screen.findAllByRole('row');
    expect(rows.at(-1)).toHaveTextContent('合计7 小时 30 分');
  });
});

test('a shortcut is quiet while somebody types', async () => {
  const run = vi.fn();
  const { unmount } = renderHook(() => useShortcut('c', '新建', run));
  render(<Input aria-label="备注" />);
  await userEvent.type(screen.getByLabelText('备注'), 'c');
  expect(run).not.toHaveBeenCalled();
  act(() => screen.getByLabelText('备注').blur());
  await userEvent.keyboard('c');
  expect(run).toHaveBeenCalledOnce();
  unmount();
  await userEvent.keyboard('c');
  expect(run).toHaveBeenCalledOnce();
});

test('empty filters are not part of an address', () => {
  expect(clean({ state: 'open', owner: '', level: undefined, page: 0, mine: true })).toEqual({ state: 'open', page: '0', mine: 'true' });
});
