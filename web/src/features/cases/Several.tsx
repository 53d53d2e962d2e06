import { Alert, App, Button, Form, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { useMay } from '@/shared/session/useMe';
import styles from './cases.module.css';
import type { CaseSummary } from './model';
import { severalTexts } from './severalTexts';
import { caseTexts } from './texts';
import { usePeople } from './usePeople';

type Done = components['schemas']['DoneOnSeveral'];

/** Most cases that one request takes. */
const MOST = 50;

/** The cases of a list that are chosen; one that left the list is chosen no longer. */
export function useChosen(rows: readonly CaseSummary[]) {
  const [ids, setIds] = useState<string[]>([]);
  const chosen = rows.filter(({ id }) => ids.includes(id));
  return { rows: chosen, ids: chosen.map(({ id }) => id), isFull: chosen.length === MOST, choose: (next: string[]) => setIds(next.slice(0, MOST)) };
}

type Chosen = ReturnType<typeof useChosen>;

/** What is done to the chosen cases at once; each that was refused stays chosen and says why. */
export function SeveralBar({ chosen }: { chosen: Chosen }) {
  const t = caseTexts.useT();
  const many = severalTexts.useT();
  const { message } = App.useApp();
  const mayAssign = useMay('case.assign');
  const [isAssigning, setAssigning] = useState(false);
  const [refused, setRefused] = useState<{ number: string; because: string }[]>([]);
  const told = ({ items }: Done, done: 'assigned' | 'watched') => {
    setAssigning(false);
    const left = items.filter((item) => !item.done);
    const number = (id: string) => chosen.rows.find((row) => row.id === id)?.number ?? id;
    setRefused(left.map((item) => ({ number: number(item.case), because: item.because ?? '' })));
    chosen.choose(left.map((item) => item.case));
    if (items.length > left.length) void message.success(many(done, { count: items.length - left.length }));
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/cases'] });
  };
  const watch = $api.useMutation('post', '/api/cases/watch', { onSuccess: (done) => told(done, 'watched') });
  if (chosen.rows.length === 0 && refused.length === 0) return null;
  return (
    <div className={`${styles['several']} jn-no-print`}>
      {chosen.rows.length > 0 && (
        <Space wrap>
          <strong role="status">{many(chosen.isFull ? 'most' : 'chosen', { count: chosen.rows.length })}</strong>
          {mayAssign && <Button onClick={() => setAssigning(true)}>{t('people.assign')}</Button>}
          <Button loading={watch.isPending} onClick={() => watch.mutate({ body: { cases: [...chosen.ids] } })}>{t('watch')}</Button>
          <Button type="text" onClick={() => { chosen.choose([]); setRefused([]); }}>{many('none')}</Button>
        </Space>
      )}
      <ProblemAlert error={watch.error} />
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setRefused([]) }}
          title={many('refused', { count: refused.length })}
          description={<ul>{refused.map(({ number, because }) => <li key={number}><strong>{number}</strong> {because}</li>)}</ul>}
        />
      )}
      {isAssigning && <AssignDialog chosen={chosen} onDone={(done) => told(done, 'assigned')} onClose={() => setAssigning(false)} />}
    </div>
  );
}

function AssignDialog({ chosen, onDone, onClose }: { chosen: Chosen; onDone: (done: Done) => void; onClose: () => void }) {
  const t = caseTexts.useT();
  const many = severalTexts.useT();
  const people = usePeople();
  const [form] = Form.useForm<{ owner: string }>();
  const assign = $api.useMutation('post', '/api/cases/assign', { onSuccess: onDone });
  const rest = useFieldProblems(form, assign.error);
  const cases = chosen.rows.map(({ id, version }) => ({ id, version }));
  return (
    <Modal open title={many('assign', { count: cases.length })} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: assign.isPending }} onOk={() => form.submit()} onCancel={onClose} width={420}>
      <Form form={form} layout="vertical" onFinish={({ owner }) => assign.mutate({ body: { owner, cases } })}>
        <Form.Item name="owner" label={t('people.owner')} rules={[{ required: true, message: t('act.missing') }]}><Select showSearch={{ optionFilterProp: 'label' }} options={people.options} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
