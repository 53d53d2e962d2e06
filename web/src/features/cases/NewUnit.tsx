import { Form, Input, Modal, Select } from 'antd';
import { $api } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { ProductField, SerialItem } from './NewUnitFields';
import { ServedBy } from './ServedBy';
import { caseTexts } from './texts';
import type { Unit } from './UnitPicker';
import { registeredSomething, unitOf } from './useRegister';

type Values = { product: string; serial: string; site?: string | null; place?: string };
type Props = { customer: { id: string; name: string }; onMade: (unit: Unit) => void; onClose: () => void };

/** Puts a unit of a customer who is on file already there too, while the call is taken. */
export function NewUnit({ customer, onMade, onClose }: Props) {
  const t = caseTexts.useT();
  const keys = useCreateKeys();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('product', form);
  const sites = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: customer.id } } }).data?.sites ?? [];
  const register = $api.useMutation('post', '/api/units', {
    onSuccess: (unit) => {
      registeredSomething();
      onMade(unit);
    },
  });
  const rest = useFieldProblems(form, register.error);
  const submit = ({ product, serial, site, place }: Values) => {
    const body = unitOf({ product, serial, customer: customer.id, site: site ?? (sites.length === 1 ? (sites[0]?.id ?? null) : null), place: place ?? '' });
    register.mutate({ params: { header: keys.of(body) }, body });
  };
  return (
    <Modal open title={t('intake.newUnitOf', { name: customer.name })} okText={t('intake.registerDo')} cancelText={t('cancel')} okButtonProps={{ loading: register.isPending }} onOk={() => form.submit()} onCancel={onClose} width={480}>
      <Form form={form} name="unit" layout="vertical" onFinish={submit}>
        <Form.Item name="product" label={t('intake.product')} extra={<ServedBy of="unit" product={chosen} />} rules={[{ required: true, message: t('act.missing') }]}><ProductField /></Form.Item>
        <SerialItem />
        {sites.length > 1 && <Form.Item name="site" label={t('intake.site')}><Select allowClear options={sites.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>}
        <Form.Item name="place" label={t('intake.place')}><Input maxLength={200} autoComplete="off" /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
