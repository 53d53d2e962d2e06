import { Select } from 'antd';
import { $api } from '@/shared/api/client';
import { componentTexts } from './texts';

type Props = { value?: string | null; onChange?: (value: string | null) => void; id?: string };

/** Chooses the latest published version of a service plan; a version chosen before that is not the latest stays as it is. */
export function PlanVersionSelect({ value, onChange, id }: Props) {
  const t = componentTexts.useT();
  const { data, isLoading } = $api.useQuery('get', '/api/plans', { params: { query: { limit: 200 } } });
  const published = (data?.items ?? []).filter(({ latest_version }) => latest_version);
  const options = published.map((plan) => ({ value: String(plan.latest_version), label: t('plan.version', { title: plan.title, number: plan.latest_number }) }));
  const isListed = !value || options.some((option) => option.value === value);
  return (
    <Select
      {...(id && { id })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isLoading}
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
      placeholder={t('plan.none')}
      options={isListed || isLoading ? options : [{ value, label: t('plan.earlier') }, ...options]}
    />
  );
}
