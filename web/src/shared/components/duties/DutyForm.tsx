import { Checkbox, Form, Input, Modal } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { InstantPicker } from '@/shared/components/InstantPicker';
import { ProblemAlert } from '@/shared/components/states';
import { dutyTexts } from './texts';

type Duty = components['schemas']['DutyView'];
type Values = { at?: string | null; note: string; delivers?: components['schemas']['Deliverable'][] };

export type DutyAct = { duty: Duty; name: 'done' | 'partly_done' | 'excuse' };

/** Notes what became of one occurrence. */
export function DutyForm({ act: { duty, name }, onClose }: { act: DutyAct; onClose: () => void }) {
  const t = dutyTexts.useT();
  const keys = useCreateKeys();
  const [form] = Form.useForm<Values>();
  const record = $api.useMutation('post', '/api/agreements/{id}/duties', {
    onSuccess: () => {
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/duties') });
    },
  });
  const rest = useFieldProblems(form, record.error);
  const send = ({ at, note, delivers }: Values) => {
    const body = { clause: duty.clause, cycle: duty.cycle, do: name, note, at: at ?? null, delivers: delivers ?? [] };
    record.mutate({ params: { path: { id: duty.agreement }, header: keys.of(body) }, body });
  };
  const heading = duty.what ? t('nth', { heading: duty.heading, cycle: duty.cycle }) : duty.heading;
  return (
    <Modal open title={`${heading} · ${t(name)}`} okText={t(name)} cancelText={t('cancel')} okButtonProps={{ loading: record.isPending }} onOk={() => form.submit()} onCancel={onClose} width={480}>
      <Form form={form} layout="vertical" onFinish={send}>
        {name !== 'excuse' && <Form.Item name="at" label={t('at')}><InstantPicker /></Form.Item>}
        {name !== 'excuse' && duty.delivers.length > 0 && (
          <Form.Item name="delivers" label={t('delivers')}><Checkbox.Group options={duty.delivers.map((value) => ({ value, label: t(`deliverable.${value}`) }))} /></Form.Item>
        )}
        <Form.Item name="note" label={name === 'excuse' ? t('note.excuse') : t('note.done')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4_000} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
