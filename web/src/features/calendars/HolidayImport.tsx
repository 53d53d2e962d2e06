import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Modal, Segmented, Upload } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { calendarTexts } from './texts';

type Values = components['schemas']['ImportHolidays'];

/** Takes over the announced public holidays of one or several years. */
export function HolidayImport({ onClose }: { onClose: () => void }) {
  const t = calendarTexts.useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const send = $api.useMutation('post', '/api/holidays', {
    onSuccess: () => {
      void message.success(t('import.done'));
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['/api/holidays', '/api/calendar-preview'].includes(String(queryKey[1])) });
    },
  });
  const rest = useFieldProblems(form, send.error);
  const take = async (file: File) => {
    form.setFieldsValue({ text: await file.text(), format: file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv' });
  };
  return (
    <Modal open width={640} title={t('import.title')} okText={t('import.ok')} cancelText={t('cancel')} okButtonProps={{ loading: send.isPending }} onOk={() => form.submit()} onCancel={onClose}>
      <p style={{ marginBottom: 12 }}>{t('import.hint')}</p>
      <Form form={form} layout="vertical" initialValues={{ format: 'csv', text: '' }} onFinish={(body) => send.mutate({ body })}>
        <div style={{ display: 'flex', gap: 12, marginBottom: 12 }}>
          <Upload accept=".csv,.json,.txt" showUploadList={false} beforeUpload={(file) => { void take(file); return false; }}>
            <Button icon={<UploadOutlined />}>{t('import.file')}</Button>
          </Upload>
          <Form.Item name="format" noStyle><Segmented options={[{ value: 'csv', label: 'CSV' }, { value: 'json', label: 'JSON' }]} /></Form.Item>
        </div>
        <Form.Item name="text" label={t('import.text')} rules={[{ required: true, whitespace: true, message: t('missing') }]}>
          <Input.TextArea rows={10} spellCheck={false} style={{ fontFamily: 'monospace' }} placeholder={'date,kind,name\n2027-01-01,holiday,元旦'} />
        </Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
