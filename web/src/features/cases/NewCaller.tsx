import { Form, Input, Modal, Segmented } from 'antd';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { useMay } from '@/shared/session/useMe';
import type { IntakeValues } from './intake';
import { ProductField, SerialItem } from './NewUnitFields';
import { ServedBy } from './ServedBy';
import { caseTexts } from './texts';
import { useRegister, type NewCallerValues, type Registered } from './useRegister';

type Props = { slip: NonNullable<IntakeValues['slip']>; onMade: (made: Registered) => void; onClose: () => void };

/** Puts an unknown caller on file while the call is taken: the customer, the address, and the unit where it can be named. */
export function NewCaller({ slip, onMade, onClose }: Props) {
  const t = caseTexts.useT();
  const mayRegisterUnit = useMay('unit.edit');
  const [form] = Form.useForm<NewCallerValues>();
  const product = Form.useWatch('product', form);
  const { register, error, isBusy } = useRegister();
  const rest = useFieldProblems(form, error);
  const required = { required: true, whitespace: true, message: t('act.missing') };
  const initial = { kind: 'consumer', name: slip.name ?? '', phone: slip.phone ?? '', address: slip.address ?? '' };
  const submit = async (values: NewCallerValues) => {
    const made = await register(values);
    if (made) onMade(made);
  };
  return (
    <Modal open title={t('intake.register')} okText={t('intake.registerDo')} cancelText={t('cancel')} okButtonProps={{ loading: isBusy }} onOk={() => form.submit()} onCancel={onClose} width={480}>
      <Form form={form} name="caller" layout="vertical" initialValues={initial} onFinish={(values) => void submit(values)}>
        <Form.Item name="kind" label={t('intake.kind')}><Segmented options={[{ value: 'consumer', label: t('intake.kind.consumer') }, { value: 'organisation', label: t('intake.kind.organisation') }]} /></Form.Item>
        <Form.Item name="name" label={t('intake.customerName')} rules={[required]}><Input maxLength={200} autoComplete="off" /></Form.Item>
        <Form.Item name="phone" label={t('slip.phone')} rules={[required]}><Input type="tel" maxLength={40} autoComplete="off" /></Form.Item>
        <Form.Item name="address" label={t('slip.address')}><Input maxLength={200} autoComplete="off" /></Form.Item>
        {mayRegisterUnit && (
          <>
            <Form.Item name="product" label={t('intake.product')} extra={<ServedBy of="caller" product={product} />}><ProductField /></Form.Item>
            {product && <SerialItem />}
          </>
        )}
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
