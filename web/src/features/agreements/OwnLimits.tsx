import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { LimitInput } from '@/shared/plan/LimitInput';
import styles from './agreements.module.css';
import { canBeOwn, type FormValues, type Plan } from './model';
import { agreementTexts } from './texts';

/** Limits and terms that this agreement sets itself, in place of the plan's. */
export function OwnLimits({ plan }: { plan: Plan }) {
  const t = agreementTexts.useT();
  const form = Form.useFormInstance<FormValues>();
  const own = Form.useWatch(['terms', 'own'], form) ?? [];
  const clauses = plan.clauses.filter(canBeOwn);
  const options = clauses.map(({ id, heading }) => ({ value: id, label: heading, disabled: own.some((one) => one?.clause === id) }));
  const clauseOf = (index: number) => clauses.find(({ id }) => id === own[index]?.clause);
  if (clauses.length === 0) return null;
  return (
    <section aria-label={t('own')}>
      <h3 style={{ fontSize: 14 }}>{t('own')}</h3>
      <p className={styles['soft']} style={{ marginBottom: 12 }}>{t('own.hint')}</p>
      <Form.List name={['terms', 'own']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => {
              const clause = clauseOf(name);
              const isTerm = clause?.promise.kind === 'warranty_term';
              return (
                <div key={key} className={styles['own']}>
                  <Form.Item name={[name, 'clause']} rules={[{ required: true, message: t('missing') }]} extra={clause?.text}>
                    <Select aria-label={t('own.clause')} placeholder={t('own.clause')} showSearch={{ optionFilterProp: 'label' }} options={options} onChange={(id: string) => form.setFieldValue(['terms', 'own', name, 'value'], startOf(plan, id))} />
                  </Form.Item>
                  <Form.Item name={[name, 'value']} rules={[{ required: true, message: t('missing') }]} getValueProps={(value: string | undefined) => ({ value: value ?? '' })}>
                    <Limit label={t('own.value')} term={isTerm} />
                  </Form.Item>
                  <Button type="text" icon={<DeleteOutlined />} aria-label={t('own.remove', { heading: clause?.heading ?? '' })} onClick={() => remove(name)} />
                </div>
              );
            })}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>{t('own.add')}</Button>
          </>
        )}
      </Form.List>
    </section>
  );
}

function startOf(plan: Plan, id: string): string {
  return plan.clauses.find((clause) => clause.id === id)?.promise.kind === 'warranty_term' ? 'months:24' : 'natural:PT4H';
}

type LimitProps = { label: string; term: boolean; value?: string; onChange?: (value: string) => void };

function Limit({ label, term, value = '', onChange }: LimitProps) {
  return <LimitInput label={label} term={term} value={value} onChange={(next) => onChange?.(next)} />;
}
