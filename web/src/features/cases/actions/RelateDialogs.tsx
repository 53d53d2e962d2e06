import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import { ProblemAlert } from '@/shared/components/states';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import type { Case } from '../model';
import { caseTexts } from '../texts';
import { refreshCase, showCase } from '../useActs';
import { usePeople } from '../usePeople';

type Props = { shown: Case; onClose: () => void };

/** Names the person who answers for a case. */
export function OwnerDialog({ shown, onClose }: Props) {
  const t = caseTexts.useT();
  const people = usePeople();
  const [form] = Form.useForm<{ owner: string }>();
  const assign = $api.useMutation('post', '/api/cases/{id}/owner', { onSuccess: (answered) => { showCase(answered); onClose(); } });
  const version = useOpenedVersion(shown, assign.error);
  const rest = useFieldProblems(form, assign.error);
  return (
    <Modal open title={t('assign.title')} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: assign.isPending }} onOk={() => form.submit()} onCancel={onClose} width={420}>
      <Form form={form} layout="vertical" initialValues={{ owner: shown.owner }} onFinish={(body) => assign.mutate({ params: { path: { id: shown.id }, header: ifMatch(version()) }, body })}>
        <Form.Item name="owner" label={t('people.owner')} rules={[{ required: true, message: t('act.missing') }]}><Select showSearch options={people.options} optionFilterProp="label" /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}

/** Lets another case go on in this one's place. */
export function MergeDialog({ shown, onClose }: Props) {
  const t = caseTexts.useT();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [form] = Form.useForm<{ into: string }>();
  const query = { ...(text && { text }), ...(shown.customer && { customer: shown.customer }), limit: 20 };
  const { data } = $api.useQuery('get', '/api/cases', { params: { query } });
  const merge = $api.useMutation('post', '/api/cases/{id}/merge', {
    onSuccess: async (answered) => {
      showCase(answered);
      await refreshCase(shown.id);
      onClose();
      await navigate({ to: '/cases/$id', params: { id: answered.id } });
    },
  });
  const version = useOpenedVersion(shown, merge.error);
  const rest = useFieldProblems(form, merge.error);
  const options = (data?.items ?? []).filter(({ id }) => id !== shown.id).map(({ id, number, name, content }) => ({ value: id, label: `${number} · ${name} · ${content}` }));
  return (
    <Modal open title={t('merge.title')} okText={t('merge.title')} cancelText={t('cancel')} okButtonProps={{ loading: merge.isPending, danger: true }} onOk={() => form.submit()} onCancel={onClose} width={520}>
      <p style={{ marginBottom: 12 }}>{t('merge.text')}</p>
      <Form form={form} layout="vertical" onFinish={(body) => merge.mutate({ params: { path: { id: shown.id }, header: ifMatch(version()) }, body })}>
        <Form.Item name="into" label={t('merge.into')} rules={[{ required: true, message: t('act.missing') }]}><Select showSearch filterOption={false} onSearch={setText} options={options} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}

/** Lets a part of the case go on as another one. */
export function SplitDialog({ shown, onClose }: Props) {
  const t = caseTexts.useT();
  const navigate = useNavigate();
  const keys = useCreateKeys();
  const [form] = Form.useForm<{ content: string }>();
  const split = $api.useMutation('post', '/api/cases/{id}/split', {
    onSuccess: async (answered) => {
      await refreshCase(shown.id);
      onClose();
      await navigate({ to: '/cases/$id', params: { id: answered.id } });
    },
  });
  const version = useOpenedVersion(shown, split.error);
  const rest = useFieldProblems(form, split.error);
  return (
    <Modal open title={t('split.title')} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: split.isPending }} onOk={() => form.submit()} onCancel={onClose} width={520}>
      <p style={{ marginBottom: 12 }}>{t('split.text')}</p>
      <Form form={form} layout="vertical" onFinish={(body) => split.mutate({ params: { path: { id: shown.id }, header: { ...ifMatch(version()), ...keys.of(body) } }, body })}>
        <Form.Item name="content" label={t('split.content')} rules={[{ required: true, whitespace: true, message: t('act.missing') }]}><Input.TextArea rows={3} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
