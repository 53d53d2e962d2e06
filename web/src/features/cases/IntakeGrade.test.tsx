import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd';
import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../../tests/render';
import type { IntakePlan, IntakeValues } from './intake';
import { IntakeGrade } from './IntakeGrade';

const levels = [
  { id: 'major', label: '重大故障', meaning: '设备停机' },
  { id: 'minor', label: '一般故障', meaning: '' },
];

beforeEach(() => setLanguage('zh-CN'));

let held: IntakeValues | undefined;

const keep = (_: unknown, values: IntakeValues) => {
  held = values;
};

function Taking({ plan }: { plan: Partial<IntakePlan> }) {
  const [form] = Form.useForm<IntakeValues>();
  return <Form form={form} initialValues={{ grading: 'later' }} onValuesChange={keep}><IntakeGrade plan={{ levels, grading: [], ...plan } as IntakePlan} /></Form>;
}

test('a plan without questions shows its levels with what each means, and asks why', async () => {
  render(<Taking plan={{}} />);
  await userEvent.click(screen.getByText('现在定级'));
  expect(await screen.findByText('设备停机')).toBeVisible();
  expect(screen.queryByLabelText('定级理由')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: /重大故障/ }));
  await userEvent.type(await screen.findByLabelText('定级理由'), '有人被困');
  expect(held).toMatchObject({ grading: 'now', severity: 'major', reason: '有人被困' });
});

test('a plan with questions asks them first', async () => {
  render(<Taking plan={{ grading: [{ id: 'down', label: '是否停机？' }] }} />);
  await userEvent.click(screen.getByText('现在定级'));
  expect(await screen.findByText('是否停机？')).toBeVisible();
  expect(screen.queryByRole('radio', { name: /重大故障/ })).not.toBeInTheDocument();
});
