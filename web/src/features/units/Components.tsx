import { PlusOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Card, DatePicker, Form, Input, List, Modal, Select, Space } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { formatNamed } from '@/shared/format';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { unitTexts } from './texts';
import { unitsChanged } from './UnitDrawer';

type Whole = components['schemas']['UnitWhole'];
type Component = components['schemas']['ComponentView'];

/** What is in the unit, and what was: one that was replaced keeps its line and both serial numbers are shown. */
export function Components({ unit }: { unit: Whole }) {
  const t = unitTexts.useT();
  const [dialog, setDialog] = useState<Component | 'new'>();
  const may = unit.actions.some(({ name, allowed }) => name === 'add_component' && allowed);
  const done = () => setDialog(undefined);
  const told = (component: Component) =>
    [
      component.replaced_serial && t('component.instead', { serial: component.replaced_serial }),
      component.fitted_on && t('component.fittedOn', { day: component.fitted_on }),
      component.removed_on && t('component.removed', { day: component.removed_on }),
    ].filter(Boolean).join(' · ');
  return (
    <Card title={t('components')} extra={may && <Button type="text" icon={<PlusOutlined />} onClick={() => setDialog('new')}>{t('component.add')}</Button>}>
      <List
        dataSource={unit.components}
        locale={{ emptyText: t('components.empty') }}
        renderItem={(component) => (
          <List.Item
            style={{ opacity: component.removed_on ? 0.65 : 1 }}
            actions={component.actions.some(({ name, allowed }) => name === 'replace' && allowed)
              ? [<Button key="replace" type="link" size="small" icon={<SwapOutlined />} aria-label={formatNamed(t('component.replace'), component.name)} onClick={() => setDialog(component)}>{t('component.replace')}</Button>]
              : []}
          >
            <List.Item.Meta title={<Space>{component.name}<span style={{ fontWeight: 400, textDecoration: component.removed_on ? 'line-through' : 'none' }}>{component.serial}</span></Space>} description={told(component)} />
          </List.Item>
        )}
      />
      {dialog === 'new' && <NewComponent unit={unit} onClose={done} />}
      {dialog && dialog !== 'new' && <Replace component={unit.components.find(({ id }) => id === dialog.id) ?? dialog} onClose={done} />}
    </Card>
  );
}

function NewComponent({ unit, onClose }: { unit: Whole; onClose: () => void }) {
  const t = unitTexts.useT();
  const keys = useCreateKeys();
  const [form] = Form.useForm<{ class: string; serial?: string; fitted_on?: Dayjs | null }>();
  const classes = $api.useQuery('get', '/api/products/{id}', { params: { path: { id: unit.product } } }).data?.component_classes ?? [];
  const add = $api.useMutation('post', '/api/units/{id}/components', {
    onSuccess: () => {
      onClose();
      return unitsChanged();
    },
  });
  const rest = useFieldProblems(form, add.error);
  return (
    <Modal open title={t('component.add')} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: add.isPending }} onOk={() => form.submit()} onCancel={onClose} width={420}>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ fitted_on, serial, ...values }) => {
          const body = { ...values, serial: serial ?? '', fitted_on: fitted_on?.format('YYYY-MM-DD') ?? null };
          add.mutate({ params: { path: { id: unit.id }, header: keys.of(body) }, body });
        }}
      >
        <Form.Item name="class" label={t('component.class')} rules={[{ required: true, message: t('missing') }]}>
          <Select options={classes.map((one) => ({ value: one.class, label: one.label }))} />
        </Form.Item>
        <Form.Item name="serial" label={t('component.serial')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="fitted_on" label={t('component.fitted')}><DatePicker /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}

function Replace({ component, onClose }: { component: Component; onClose: () => void }) {
  const t = unitTexts.useT();
  const [form] = Form.useForm<{ serial?: string; on?: Dayjs | null }>();
  const replace = $api.useMutation('post', '/api/components/{id}/replace', {
    onSuccess: () => {
      onClose();
      return unitsChanged();
    },
  });
  const version = useOpenedVersion(component, replace.error);
  const rest = useFieldProblems(form, replace.error);
  return (
    <Modal open title={t('component.replaceTitle', { name: `${component.name} ${component.serial}` })} okText={t('component.replace')} cancelText={t('cancel')} okButtonProps={{ loading: replace.isPending }} onOk={() => form.submit()} onCancel={onClose} width={420}>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ serial, on }) => replace.mutate({ params: { path: { id: component.id }, header: ifMatch(version()) }, body: { serial: serial ?? '', on: on?.format('YYYY-MM-DD') ?? null } })}
      >
        <Form.Item name="serial" label={t('component.newSerial')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="on" label={t('component.on')}><DatePicker /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
