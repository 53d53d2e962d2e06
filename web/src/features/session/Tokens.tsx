import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Form, Input, InputNumber, Modal, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import styles from './session.module.css';
import { tokenTexts } from './tokenTexts';

type Token = components['schemas']['ApiTokenView'];
type NewToken = components['schemas']['CreateApiToken'];

const changed = () => queryClient.invalidateQueries({ queryKey: ['get', '/api/me/tokens'] });

/** Tokens with which programs act as this person; each secret is shown once. */
export function Tokens() {
  const t = tokenTexts.useT();
  const [dialog, setDialog] = useState<'open' | 'closed'>('closed');
  const { data, error } = $api.useQuery('get', '/api/me/tokens');
  const revoke = $api.useMutation('delete', '/api/me/tokens/{id}', { onSuccess: changed });
  return (
    <section aria-label={t('title')} style={{ marginTop: 32 }}>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 16 }}>
        <h2 style={{ margin: 0 }}>{t('title')}</h2>
        <Button icon={<PlusOutlined />} onClick={() => setDialog('open')}>{t('new')}</Button>
      </div>
      <p style={{ color: 'var(--jn-ink-soft)', marginBottom: 16 }}>{t('hint')}</p>
      <ProblemAlert error={error ?? revoke.error} />
      {data && data.items.length === 0 && <p>{t('none')}</p>}
      <ul className={styles['sessions']}>
        {data?.items.map((token) => (
          <li key={token.id}>
            <TokenCard token={token} busy={revoke.isPending && revoke.variables.params.path.id === token.id} onRevoke={() => revoke.mutate({ params: { path: { id: token.id } } })} />
          </li>
        ))}
      </ul>
      {dialog === 'open' && <Create onClose={() => setDialog('closed')} />}
    </section>
  );
}

function TokenCard({ token, busy, onRevoke }: { token: Token; busy: boolean; onRevoke: () => void }) {
  const t = tokenTexts.useT();
  return (
    <Card size="small">
      <div className={styles['session']}>
        <div>
          <strong className={styles['device']}>{token.name}</strong>
          <StatusTag tone={token.living ? 'active' : 'off'}>{token.revoked_at ? t('revoked') : token.living ? t(`reach.${token.reach}`) : t('expired')}</StatusTag>
          <dl>
            <div><dt>{t('created')}</dt><dd><TimeText at={token.created_at} /></dd></div>
            <div><dt>{t('expires')}</dt><dd><TimeText at={token.expires_at} /></dd></div>
            <div><dt>{t('used')}</dt><dd>{token.used_at ? <TimeText at={token.used_at} /> : t('never')}</dd></div>
          </dl>
        </div>
        {token.living && <Button danger loading={busy} onClick={onRevoke}>{t('revoke')}</Button>}
      </div>
    </Card>
  );
}

function Create({ onClose }: { onClose: () => void }) {
  const t = tokenTexts.useT();
  const [form] = Form.useForm<NewToken>();
  const create = $api.useMutation('post', '/api/me/tokens', { onSuccess: changed });
  const rest = useFieldProblems(form, create.error);
  const made = create.data;
  if (made) {
    return (
      <Modal open title={made.name} onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{t('close')}</Button>}>
        <Alert type="warning" showIcon title={t('once')} />
        <Typography.Paragraph copyable code style={{ marginTop: 16, wordBreak: 'break-all' }}>{made.secret}</Typography.Paragraph>
        <p style={{ color: 'var(--jn-ink-soft)' }}>{t('howTo')}</p>
      </Modal>
    );
  }
  return (
    <Modal open title={t('new')} okText={t('create')} cancelText={t('cancel')} okButtonProps={{ loading: create.isPending }} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ days: 90, reach: 'read' }} onFinish={(body) => create.mutate({ body })}>
        <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="reach" label={t('reach')} extra={t('reachHint')}><Segmented options={(['read', 'full'] as const).map((value) => ({ value, label: t(`reach.${value}`) }))} /></Form.Item>
        <Form.Item name="days" label={t('days')} rules={[{ required: true, message: t('missing') }]}><InputNumber min={1} max={366} precision={0} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
