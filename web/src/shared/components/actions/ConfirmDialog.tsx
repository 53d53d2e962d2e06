import { Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ProblemAlert } from '../states';
import { componentTexts } from '../texts';

type Props = {
  open: boolean;
  title: string;
  /** What will happen, and that it cannot be undone. */
  text?: ReactNode;
  okText: string;
  look?: 'plain' | 'danger';
  /** Asks for a reason under this label, and will not go on without one. */
  reasonLabel?: string;
  /** The dialog stays open and shows the refusal when this fails. */
  onOk: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** For what cannot be undone, or needs a reason. */
export function ConfirmDialog({ open, title, text, okText, look = 'plain', reasonLabel, onOk, onClose }: Props) {
  const t = componentTexts.useT();
  const [form] = Form.useForm<{ reason?: string }>();
  const [failure, setFailure] = useState<unknown>();
  const [state, setState] = useState<'idle' | 'busy'>('idle');

  const close = () => {
    setFailure(undefined);
    form.resetFields();
    onClose();
  };
  const confirm = async ({ reason }: { reason?: string }) => {
    setState('busy');
    setFailure(undefined);
    try {
      await onOk(reason?.trim() ?? '');
      close();
    } catch (error) {
      setFailure(error);
    } finally {
      setState('idle');
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      cancelText={t('confirm.cancel')}
      okButtonProps={{ danger: look === 'danger', loading: state === 'busy' }}
      onOk={() => form.submit()}
      onCancel={close}
      width={440}
    >
      {text && <div style={{ marginBottom: 12, lineHeight: 1.7 }}>{text}</div>}
      <Form form={form} layout="vertical" onFinish={(values) => void confirm(values)}>
        {reasonLabel && (
          <Form.Item name="reason" label={reasonLabel} rules={[{ required: true, whitespace: true, message: t('confirm.reasonMissing') }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={failure} />
    </Modal>
  );
}
