import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Button, Form, Input, Space } from 'antd';
import { $api } from '@/shared/api/client';
import { ClassSelect } from './ClassSelect';
import { knownClasses, labelFor, type ClassFields } from './classes';
import { productTexts } from './texts';

/** The most a page of products holds; classes of further products can still be typed. */
const MOST_PRODUCTS = 200;

/** Plans whose latest version is looked through for classes; what a version says never changes. */
const MOST_PLANS = 40;

/** The latest published version of every plan. */
function usePlansInForce() {
  const heads = $api.useQuery('get', '/api/plans', { params: { query: { limit: MOST_PRODUCTS } } }).data?.items ?? [];
  const versions = heads.flatMap(({ latest_version, retired }) => (latest_version && !retired ? [latest_version] : [])).slice(0, MOST_PLANS);
  return useQueries({
    queries: versions.map((id) => $api.queryOptions('get', '/api/plan-versions/{id}', { params: { path: { id } } }, { staleTime: Infinity })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data.body] : [])),
  });
}

/** The classes of a product's components, one line each: which class, and what this product calls it. `own` are those on file. */
export function ClassList({ own }: { own: readonly ClassFields[] }) {
  const t = productTexts.useT();
  const form = Form.useFormInstance();
  const version: string | null | undefined = Form.useWatch('plan_version', form);
  const lines: readonly (Partial<ClassFields> | undefined)[] = Form.useWatch('component_classes', form) ?? [];
  const plan = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: version ?? '' } } }, { enabled: Boolean(version) });
  const plans = usePlansInForce();
  const products = $api.useQuery('get', '/api/products', { params: { query: { limit: MOST_PRODUCTS } } });
  const law = $api.useQuery('get', '/api/law');
  const known = knownClasses({ plan: plan.data?.body, plans, products: [...(products.data?.items ?? []), { component_classes: own }], law: law.data });
  const loading = plan.isLoading || products.isLoading || law.isLoading;
  const required = { required: true, whitespace: true, message: t('missing') };
  return (
    <Form.List name="component_classes">
      {(fields, { add, remove }) => (
        <Space orientation="vertical" style={{ width: '100%' }}>
          {fields.map(({ key, name }) => {
            const line = lines[name] ?? {};
            const taken = lines.flatMap((other, place) => (place !== name && other?.class ? [other.class] : []));
            const choose = (chosen: string) => form.setFieldValue(['component_classes', name, 'label'], labelFor(known, chosen, line));
            return (
              <div key={key} style={{ display: 'flex', gap: 8 }}>
                <Form.Item name={[name, 'class']} rules={[required]} noStyle><ClassSelect known={known} taken={taken} loading={loading} onChange={choose} /></Form.Item>
                <Form.Item name={[name, 'label']} rules={[required]} noStyle><Input aria-label={t('field.label')} placeholder={t('field.label')} maxLength={200} style={{ flex: '1 1 0', minWidth: 0 }} /></Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={line.label ? t('removeClassOf', { name: line.label }) : t('removeClass')} onClick={() => remove(name)} />
              </div>
            );
          })}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add()}>{t('addClass')}</Button>
        </Space>
      )}
    </Form.List>
  );
}
