import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import { ProblemAlert } from '@/shared/components/states';
import { useMay } from '@/shared/session/useMe';
import styles from './cases.module.css';
import type { Case } from './model';
import { caseTexts } from './texts';
import { refreshCase } from './useActs';
import { usePeople } from './usePeople';

type Values = { body: string; mentions?: string[] };

/** A note for colleagues; whoever is mentioned is told and follows the case from then on. */
export function NoteBox({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const may = useMay('case.work');
  const [sought, setSought] = useState('');
  const people = usePeople(sought.trim());
  const keys = useCreateKeys();
  const [form] = Form.useForm<Values>();
  const send = $api.useMutation('post', '/api/cases/{id}/notes', {
    onSuccess: () => {
      keys.spend();
      form.resetFields();
      return refreshCase(shown.id);
    },
  });
  if (!may) return null;
  const submit = ({ body, mentions }: Values) => {
    const note = { body, mentions: mentions ?? [] };
    send.mutate({ params: { path: { id: shown.id }, header: keys.of(note) }, body: note });
  };
  return (
    <Form form={form} className={styles['noteBox'] ?? ''} onFinish={submit}>
      <Form.Item name="body" noStyle rules={[{ required: true, whitespace: true, message: t('act.missing') }]}>
        <Input.TextArea aria-label={t('note.title')} placeholder={t('note.placeholder')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={40_000} />
      </Form.Item>
      <div className={styles['noteFoot']}>
        <Form.Item name="mentions" noStyle>
          <Select mode="multiple" aria-label={t('note.mention')} placeholder={`@ ${t('note.mention')}`} options={people.options} showSearch={{ filterOption: false, onSearch: setSought }} maxCount={20} style={{ minWidth: 200, flex: '0 1 320px' }} />
        </Form.Item>
        <Button htmlType="submit" loading={send.isPending}>{t('note.send')}</Button>
      </div>
      <ProblemAlert error={send.error} />
    </Form>
  );
}
