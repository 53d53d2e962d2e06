import { Button, Form, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { formatRow } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import styles from './cases.module.css';
import { coverageTexts } from './coverageTexts';
import type { Case } from './model';
import { COSTS, hasChanged, verdictOf, type Charges } from './ruling';

type Schemas = components['schemas'];
type Values = { decision: Charges; reason: string };
type Props = { shown: Case; checks: readonly Schemas['CheckedEntitlement'][]; advice: Schemas['Advice'] };

const CHARGES = ['free', 'at_cost', 'price_list', 'by_quote', 'refused'] as const satisfies readonly Charges['labour'][];

function useCheck(shown: Case, onDone?: () => void) {
  const keys = useCreateKeys();
  const check = $api.useMutation('post', '/api/cases/{id}/entitlement', {
    onSuccess: () => {
      keys.spend();
      onDone?.();
      return queryClient.invalidateQueries({ queryKey: ['get', '/api/cases/{id}/entitlement', { params: { path: { id: shown.id } } }] });
    },
  });
  const send = (body: Schemas['CheckEntitlement']) => check.mutate({ params: { path: { id: shown.id }, header: keys.of(body) }, body });
  return { send, error: check.error, isPending: check.isPending };
}

/** What was decided about coverage so far, the last one holding; the advice can be kept, or decided otherwise with a reason. */
export function KeptChecks({ shown, checks, advice }: Props) {
  const t = coverageTexts.useT();
  const mayKeep = useMay('case.work');
  const mayDecide = useMay('entitlement.override');
  const [dialog, setDialog] = useState<'open' | 'closed'>('closed');
  const keep = useCheck(shown);
  const charges = (decision: Charges) => formatRow(COSTS.map((cost) => `${t(`cost.${cost}`)} ${t(`charge.${decision[cost]}`)}`), 'phrases');
  const author = ({ by, by_name: name, prompted_by_name: prompt }: Schemas['CheckedEntitlement']) => (by !== 'rules' ? name : prompt ? t('byRulesAfter', { by: prompt }) : t('byRules'));
  return (
    <>
      {checks.length > 0 && (
        <section aria-label={t('kept')}>
          <p className={styles['soft']}>{t('kept')}</p>
          {hasChanged(checks, advice) && <p role="note">{t('changed')}</p>}
          <ul className={styles['sentences']}>
            {checks.toReversed().map((check) => (
              <li key={check.seq}>
                {check.decision ? t('decided', { charges: charges(check.decision) }) : t(verdictOf(check.advice))}
                {check.reason && <q>{check.reason}</q>}
                <div className={styles['soft']}>{author(check)} <TimeText at={check.at} as="short" /></div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ProblemAlert error={keep.error} />
      <Space wrap>
        {mayKeep && <Button size="small" loading={keep.isPending} onClick={() => keep.send({})}>{t('keep')}</Button>}
        {mayDecide && <Button size="small" onClick={() => setDialog('open')}>{t('decide')}</Button>}
      </Space>
      {dialog === 'open' && <Decide shown={shown} advice={advice} onClose={() => setDialog('closed')} />}
    </>
  );
}

function Decide({ shown, advice, onClose }: Pick<Props, 'shown' | 'advice'> & { onClose: () => void }) {
  const t = coverageTexts.useT();
  const [form] = Form.useForm<Values>();
  const decide = useCheck(shown, onClose);
  const rest = useFieldProblems(form, decide.error);
  const rules = [{ required: true, message: t('missing') }];
  const suggested = Object.fromEntries(COSTS.map((cost) => [cost, advice.payer[cost].charge ?? undefined]));
  return (
    <Modal open title={t('decide')} okText={t('decide')} cancelText={t('cancel')} okButtonProps={{ loading: decide.isPending }} onOk={() => form.submit()} onCancel={onClose} width={480}>
      <p style={{ marginBottom: 12 }}>{t('decideText')}</p>
      <Form form={form} layout="vertical" initialValues={{ decision: suggested }} onFinish={decide.send}>
        {COSTS.map((cost) => (
          <Form.Item key={cost} name={['decision', cost]} label={t(`cost.${cost}`)} rules={rules} layout="horizontal" labelCol={{ span: 6 }}>
            <Select options={CHARGES.map((value) => ({ value, label: t(`charge.${value}`) }))} />
          </Form.Item>
        ))}
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4_000} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
