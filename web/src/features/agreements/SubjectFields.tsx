import { Button, Form, Select } from 'antd';
import { $api } from '@/shared/api/client';
import styles from './agreements.module.css';
import type { FormValues } from './model';
import { agreementTexts } from './texts';

/** Most units of one customer that can be chosen from here; larger fleets are bound by import. */
const MOST = 200;

/** The units and sites of the customer that the agreement is about. */
export function SubjectFields({ customer, onChange }: { customer: string | undefined; onChange: () => void }) {
  const t = agreementTexts.useT();
  const form = Form.useFormInstance<FormValues>();
  const units = $api.useQuery('get', '/api/units', { params: { query: { customer: customer ?? '', limit: MOST } } }, { enabled: Boolean(customer) }).data?.items ?? [];
  const sites = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: customer ?? '' } } }, { enabled: Boolean(customer) }).data?.sites ?? [];
  if (!customer) return <p className={styles['soft']}>{t('subjects.choose')}</p>;
  const all = () => {
    form.setFieldValue('units', units.map(({ id }) => id));
    onChange();
  };
  return (
    <>
      <Form.Item
        name="units"
        label={t('field.units')}
        extra={<>{t('field.unitsHint')} {units.length > 1 && <Button type="link" size="small" onClick={all}>{t('units.allOf', { count: units.length })}</Button>}</>}
      >
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} maxTagCount={12} options={units.map((unit) => ({ value: unit.id, label: [unit.model, unit.serial, unit.site_name].filter(Boolean).join(' · ') }))} />
      </Form.Item>
      <Form.Item name="sites" label={t('field.sites')} extra={t('field.sitesHint')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={sites.map((site) => ({ value: site.id, label: [site.name, site.address].filter(Boolean).join(' · ') }))} />
      </Form.Item>
    </>
  );
}
