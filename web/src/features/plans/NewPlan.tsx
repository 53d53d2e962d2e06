import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Form, Input, Modal, Skeleton, Tabs, Upload } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { ProblemAlert } from '@/shared/components/states';
import { formatRow } from '@/shared/format';
import styles from './plans.module.css';
import { planTexts } from './texts';

type CreatePlan = components['schemas']['CreatePlan'];
type Origin =
  | { origin: 'template'; template: string }
  | { origin: 'blank'; title: string; trade: string }
  | { origin: 'file'; format: 'toml' | 'json'; text: string };

/** Begins a plan: from the gallery of built-in ones, with a blank page, or from a file. */
export function NewPlan({ onClose }: { onClose: () => void }) {
  const t = planTexts.useT();
  const navigate = useNavigate();
  const keys = useCreateKeys();
  const create = $api.useMutation('post', '/api/plans', {
    onSuccess: (plan) => {
      void queryClient.invalidateQueries({ queryKey: ['get', '/api/plans'] });
      void navigate({ to: '/plans/$id', params: { id: plan.id } });
    },
  });
  const begin = (from: Origin) => create.mutate({ params: { header: keys.of(from) }, body: { from } as unknown as CreatePlan });
  return (
    <Modal open title={t('new.title')} width={980} footer={null} onCancel={onClose}>
      <ProblemAlert error={create.error} />
      <Tabs
        onChange={() => create.reset()}
        items={[
          { key: 'templates', label: t('new.templates'), children: <Gallery busy={create.isPending} onUse={(template) => begin({ origin: 'template', template })} /> },
          { key: 'blank', label: t('new.blank'), children: <Blank busy={create.isPending} onCreate={(title, trade) => begin({ origin: 'blank', title, trade })} /> },
          { key: 'file', label: t('new.file'), children: <FromFile busy={create.isPending} onRead={(format, text) => begin({ origin: 'file', format, text })} onRefuse={() => create.reset()} /> },
        ]}
      />
    </Modal>
  );
}

function Gallery({ busy, onUse }: { busy: boolean; onUse: (id: string) => void }) {
  const t = planTexts.useT();
  const { data, error, refetch } = $api.useQuery('get', '/api/plan-templates');
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  return (
    <div className={styles['gallery']}>
      {data.map((template) => (
        <Card key={template.id} size="small" title={template.title} className={styles['choice'] ?? ''} classNames={{ body: styles['choice'] ?? '' }}>
          <div className={styles['template']}>
            <small>{template.trade} · {t('new.clauses', { count: template.clauses })} · {t('new.asked', { count: template.parameters })}{template.contradictions > 0 && <> · {t('new.contradictions', { count: template.contradictions })}</>}</small>
            <p>{formatRow(template.headings, 'words')}</p>
            <Button disabled={busy} onClick={() => onUse(template.id)}>{t('new.use')}</Button>
          </div>
        </Card>
      ))}
    </div>
  );
}

function Blank({ busy, onCreate }: { busy: boolean; onCreate: (title: string, trade: string) => void }) {
  const t = planTexts.useT();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Form layout="vertical" style={{ maxWidth: 420 }} onFinish={(values: { title: string; trade: string }) => onCreate(values.title, values.trade)}>
      <Form.Item name="title" label={t('new.planTitle')} rules={required}><Input maxLength={200} /></Form.Item>
      <Form.Item name="trade" label={t('new.trade')} rules={required}><Input maxLength={200} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('new.create')}</Button>
    </Form>
  );
}

function FromFile({ busy, onRead, onRefuse }: { busy: boolean; onRead: (format: 'toml' | 'json', text: string) => void; onRefuse: () => void }) {
  const t = planTexts.useT();
  const [stranger, setStranger] = useState<string>();
  const read = async (file: File) => {
    const format = (['toml', 'json'] as const).find((one) => file.name.toLowerCase().endsWith(`.${one}`));
    setStranger(format ? undefined : file.name);
    if (format) onRead(format, await file.text());
    else onRefuse();
  };
  return (
    <>
      {stranger !== undefined && <Alert role="alert" type="error" showIcon style={{ marginBottom: 16 }} title={t('new.notPlanFile', { name: stranger })} action={<Link to="/readings">{t('list.read')}</Link>} />}
      <Upload.Dragger
        accept=".toml,.json"
        maxCount={1}
        disabled={busy}
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <p>{t('new.fileHint')}</p>
      </Upload.Dragger>
    </>
  );
}
