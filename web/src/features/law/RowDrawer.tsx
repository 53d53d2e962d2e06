import { AutoComplete, Button, DatePicker, Drawer, Form, Input, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import type { components } from '@/shared/api/schema';
import { ApiProblem } from '@/shared/api/problem';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { legalWord, ruleWord } from '@/shared/words/legal';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { lawTexts } from './texts';
import { useSaveLaw } from './useSaveLaw';

type Law = components['schemas']['LawView'];
type Row = components['schemas']['LegalRow'];
type Fields = Omit<Row, 'from' | 'to'> & { from: Dayjs; to?: Dayjs | null };

const RULES: readonly Row['rule'][] = [
  'term', 'depreciation', 'return-days', 'exchange-days', 'repeat-repair', 'repair-days', 'parts-days', 'parts-supply', 'same-fault-days', 'repair-extends-term',
  'consumer-return-days', 'consumer-answer-days', 'burden-of-proof', 'lift-maintenance-days', 'lift-trapped-city', 'lift-trapped-elsewhere', 'claim-answer-days', 'loan-car-after-days',
  'term-usage', 'exchange-restarts-term', 'distance-return-days', 'busy-season-easy-days', 'busy-season-hard-days',
  'season-term', 'guarantee-term', 'guarantee-usage', 'safety-days', 'safety-usage', 'use-compensation-least', 'use-compensation-most', 'refund-for-exchange', 'refund-days',
];

/** Adds a legal row, or changes or removes the one at `index`. */
export function RowDrawer({ law, index, onClose }: { law: Law; index: number | 'new'; onClose: () => void }) {
  const t = lawTexts.useT();
  const [form] = Form.useForm<Fields>();
  const save = useSaveLaw(law, onClose);
  const version = useOpenedVersion(law, save.error);
  const [row] = useState(() => (index === 'new' ? undefined : law.rows[index]));
  const place = placeOf(law.rows, row);
  const rest = useFieldProblems(form, useMemo(() => ofRow(save.error, place), [save.error, place]));
  const submit = ({ from, to, ...fields }: Fields) =>
    save.keep(law.rows.toSpliced(place, 1, { ...fields, from: from.format('YYYY-MM-DD'), to: to ? to.format('YYYY-MM-DD') : null }), t('saved'), version());
  const required = { required: true, message: t('missing') };
  const initial = row
    ? { ...row, from: dayjs(row.from), to: row.to ? dayjs(row.to) : null }
    : { rule: 'term' as const, covers: 'whole_unit', status: 'to_verify' as const };
  return (
    <Drawer
      open
      size={480}
      title={row ? `${ruleWord(row.rule)} · ${legalWord('product', row.product)}` : t('new')}
      onClose={onClose}
      footer={
        <Space style={{ justifyContent: 'space-between', width: '100%' }}>
          {row ? <Button danger onClick={() => save.keep(law.rows.toSpliced(place, 1), t('removed'), version())} disabled={law.rows.length === 1}>{t('remove')}</Button> : <span />}
          <Space>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{t('save')}</Button>
          </Space>
        </Space>
      }
    >
      <ProblemAlert error={rest} />
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <Form.Item name="rule" label={t('column.rule')} rules={[required]}><Select options={RULES.map((value) => ({ value, label: ruleWord(value) }))} /></Form.Item>
        <Form.Item name="product" label={t('field.product')} extra={t('field.productHint')} rules={[required]}><AutoComplete options={known(law, 'product')} /></Form.Item>
        <Form.Item name="covers" label={t('field.covers')} extra={t('field.coversHint')} rules={[required]}><AutoComplete options={known(law, 'covers')} /></Form.Item>
        <Form.Item name="value" label={t('field.value')} extra={t('field.valueHint')} rules={[required]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="source" label={t('column.source')} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="from" label={t('field.from')} rules={[required]}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="to" label={t('field.to')}><DatePicker style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="status" label={t('column.status')}><Select options={(['confirmed', 'to_verify'] as const).map((value) => ({ value, label: t(`status.${value}`) }))} /></Form.Item>
      </Form>
    </Drawer>
  );
}

/** Where a row stands now: rows have no names, and others may have moved it meanwhile. One that is new or not there any more comes last. */
function placeOf(rows: readonly Row[], row: Row | undefined): number {
  const place = row ? rows.findIndex((one) => JSON.stringify(one) === JSON.stringify(row)) : -1;
  return place < 0 ? rows.length : place;
}

/** The codes in use, each with what it is called; another may be typed. */
function known(law: Law, group: 'product' | 'covers') {
  return [...new Set(law.rows.map((row) => row[group]))].map((code) => ({ value: code, label: `${legalWord(group, code)} · ${code}` }));
}

/** The server names `/rows/7/to`; the form knows the field as `to`. */
function ofRow(error: unknown, place: number): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const prefix = `/rows/${place}/`;
  const local = (pointer: string) => (pointer.startsWith(prefix) ? `/${pointer.slice(prefix.length)}` : pointer);
  return new ApiProblem(error.status, error.body && { ...error.body, errors: (error.body.errors ?? []).map((field) => ({ ...field, pointer: local(field.pointer) })) });
}
