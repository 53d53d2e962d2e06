import { Form, Select } from 'antd';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { caseTexts } from './texts';

type Props = { id?: string; plans: readonly components['schemas']['PlanHeadView'][]; value?: string; onChange?: (value: string | undefined) => void };

/** The fault levels of the plan chosen beside it: each plan has its own. */
export function SeveritySelect({ id, plans, value, onChange }: Props) {
  const t = caseTexts.useT();
  const plan = Form.useWatch<string | undefined>('plan');
  const version = plans.find((one) => one.id === plan)?.latest_version;
  const { data } = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: version ?? '' } } }, { enabled: Boolean(version) });
  const levels = data?.body.severities ?? [];
  return (
    <Select
      {...(id !== undefined && { id })}
      allowClear
      placeholder={plan ? undefined : t('filter.severityHint')}
      {...(!plan && { notFoundContent: t('filter.severityHint') })}
      style={{ minWidth: 130 }}
      value={value ?? null}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      options={levels.map(({ id: level, label }) => ({ value: level, label }))}
    />
  );
}
