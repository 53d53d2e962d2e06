import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Form, Input } from 'antd';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { PageHeader } from '@/shared/components/PageHeader';
import { ProblemAlert } from '@/shared/components/states';
import { writeSpec, type CalendarSpec } from './spec';
import { calendarTexts } from './texts';

const OFFICE = ['09:00-12:00', '13:30-18:00'];
const START: CalendarSpec = { zone: 'Asia/Shanghai', 'public-holidays': 'cn', weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE } };

/** A new calendar begins as office hours; its page then has everything else. */
export default function NewCalendarPage() {
  const t = calendarTexts.useT();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ title: string; code: string }>();
  const create = $api.useMutation('put', '/api/calendars/{name}', {
    onSuccess: async ({ name }) => {
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/calendars') });
      await navigate({ to: '/calendars/$name', params: { name } });
    },
  });
  const rest = useFieldProblems(form, create.error);
  return (
    <>
      <PageHeader title={t('newTitle')} hint={t('hint')} />
      <Card style={{ maxWidth: 560 }}>
        <Form
          form={form}
          layout="vertical"
          onFinish={({ title, code }) => create.mutate({ params: { path: { name: code }, header: ifMatch(0) }, body: { spec: writeSpec({ ...START, name: title }) } })}
        >
          <Form.Item name="title" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input maxLength={60} /></Form.Item>
          <Form.Item name="code" label={t('field.code')} extra={t('field.codeHint')} rules={[{ required: true, message: t('missing') }, { pattern: /^[a-z0-9][a-z0-9-]{0,63}$/, message: t('codePattern') }]}>
            <Input maxLength={64} placeholder="north-branch" />
          </Form.Item>
          <ProblemAlert error={rest} />
          <Button type="primary" htmlType="submit" loading={create.isPending}>{t('create')}</Button>
        </Form>
      </Card>
    </>
  );
}
