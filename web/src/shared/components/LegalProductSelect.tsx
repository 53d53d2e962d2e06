import { Select } from 'antd';
import { $api } from '@/shared/api/client';
import { legalWord } from '@/shared/words/legal';
import { componentTexts } from './texts';

/** Rows that hold for many products; no product is one of them. */
const WIDE = new Set(['any', 'listed']);

type Props = { value?: string | null; onChange?: (value: string | null) => void; id?: string; 'aria-label'?: string };

/** Chooses a product family the law has rows for. One that is on file but no longer in the law stays as it is. */
export function LegalProductSelect({ value, onChange, id, 'aria-label': label }: Props) {
  const t = componentTexts.useT();
  const { data, isLoading } = $api.useQuery('get', '/api/law');
  const families = new Set((data?.rows ?? []).map(({ product }) => product).filter((product) => !WIDE.has(product)));
  if (value) families.add(value);
  const options = [...families].map((family) => ({ value: family, label: legalWord('product', family) }));
  return (
    <Select
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isLoading}
      style={{ width: '100%' }}
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? null)}
      placeholder={t('legal.none')}
      options={options}
    />
  );
}
