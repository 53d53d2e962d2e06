import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useDeferredValue } from 'react';
import { api } from '@/shared/api/client';
import { ProblemAlert } from '@/shared/components/states';
import styles from './agreements.module.css';
import { ClauseList } from './ClauseList';
import { fieldsOf, type FormValues, type Plan } from './model';
import { agreementTexts } from './texts';

/** What would hold if it were signed as typed, computed by the server while one types. */
export function Preview({ values, plan }: { values: FormValues; plan: Plan | undefined }) {
  const t = agreementTexts.useT();
  const fields = plan ? fieldsOf(values, plan) : undefined;
  const ask = { customer: values.customer ?? '', plan_version: fields?.plan_version ?? '', starts_on: fields?.starts_on ?? '', ...(fields?.terms && { terms: fields.terms }) };
  const isWhole = Boolean(values.customer && ask.plan_version && ask.starts_on);
  // The same question again is not asked again.
  const text = useDeferredValue(isWhole ? JSON.stringify(ask) : '');
  const ready = text !== '';
  const { data, error } = useQuery({
    queryKey: ['post', '/api/agreement-preview', text],
    queryFn: async () => (await api.POST('/api/agreement-preview', { body: JSON.parse(text) as typeof ask })).data,
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  return (
    <Card title={t('preview')} extra={ready && data && data.clauses.length > 0 && t('preview.count', { count: data.clauses.length })} size="small">
      <p className={styles['soft']}>{ready ? t('preview.hint') : t('preview.waiting')}</p>
      <ProblemAlert error={ready ? error : undefined} />
      {ready && data && data.faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('preview.faults')}
          description={<ul style={{ margin: 0, paddingInlineStart: 18 }}>{data.faults.map((fault) => <li key={`${fault.pointer} ${fault.code}`}>{question(plan, fault.pointer)}{fault.advice}</li>)}</ul>}
          style={{ marginTop: 12 }}
        />
      )}
      {ready && data && data.clauses.length > 0 && <div className={styles['scroll']}><ClauseList clauses={data.clauses} /></div>}
    </Card>
  );
}

/** What the plan asks at the place of a fault, in front of what is wrong with it. */
function question(plan: Plan | undefined, pointer: string): string {
  const id = /answers\/([^/]+)/.exec(pointer)?.[1];
  const asked = plan?.parameters?.find((parameter) => parameter.id === id)?.question;
  return asked ? `${asked} ` : '';
}
