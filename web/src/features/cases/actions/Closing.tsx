import { Alert, Form, Input, Select } from 'antd';
import { ApiProblem } from '@/shared/api/problem';
import { formatInstant } from '@/shared/format';
import { useWord } from '@/shared/words';
import { closingTexts } from '../closingTexts';
import type { Case } from '../model';

const REASONS = ['recovered', 'false_alarm', 'duplicate', 'taken_back', 'elsewhere', 'other'] as const;

type Left = { key: string; name: string; about: string };

/** What closing would end undone, each by name, with the reason why it is not needed; and why nobody did anything. */
export function Closing({ shown, error }: { shown: Case; error: unknown }) {
  const t = closingTexts.useT();
  const left = useLeft(shown);
  // What is dated back may end promises that have broken by now; only the server knows.
  const isAsked = error instanceof ApiProblem && error.fields.some(({ pointer }) => pointer === '/do/not_owed');
  return (
    <>
      {left.length > 0 && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={t('open', { count: left.length })} description={
        <>
          <ul style={{ margin: '0 0 8px', paddingInlineStart: 20 }}>
            {left.map(({ key, name, about }) => <li key={key}><strong>{name}</strong> · {about}</li>)}
          </ul>
          {t('record')}
        </>
      } />}
      {(left.length > 0 || isAsked) && (
        <Form.Item name="not_owed" label={t('why')} rules={[{ required: true, whitespace: true, message: t('whyMissing') }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={40_000} />
        </Form.Item>
      )}
      {shown.left_undone.nothing_done && (
        <Form.Item name="nothing_done" label={t('nothing')} extra={t('untouched')} rules={[{ required: true, message: t('nothingMissing') }]}>
          <Select options={REASONS.map((value) => ({ value, label: t(`nothing.${value}`) }))} />
        </Form.Item>
      )}
    </>
  );
}

/** The promises, the visit and the part that are still to come. */
function useLeft(shown: Case): Left[] {
  const t = closingTexts.useT();
  const word = useWord();
  const { visit, part } = shown.left_undone;
  const promises = shown.obligations.filter((row) => row.given_up_by_closing).map(({ clause, cycle, heading, due_at }) => (
    { key: `${clause} ${cycle}`, name: heading, about: due_at ? t('due', { at: formatInstant(due_at) }) : t('noDue') }
  ));
  return [
    ...promises,
    ...(visit ? [{ key: 'visit', name: t('visit'), about: visit.agreed_at ? t('visit.at', { at: formatInstant(visit.agreed_at) }) : t('visit.noTime') }] : []),
    ...(part ? [{ key: 'part', name: t('part'), about: t('part.waits', { step: word('milestone', part) }) }] : []),
  ];
}
