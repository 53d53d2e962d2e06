import { Segmented, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { formTexts } from './texts';
import { useParameters } from './Context';

const MARK = 'ask:';

type Props = { label: string; value: unknown; blank: unknown; onChange: (value: unknown) => void; children: ReactNode };

/** A value that is stated here, or left to be asked when the plan is applied. */
export function AskedInput({ label, value, blank, onChange, children }: Props) {
  const t = formTexts.useT();
  const parameters = useParameters();
  const asked = typeof value === 'string' && value.startsWith(MARK);
  if (parameters.length === 0 && !asked) return <>{children}</>;
  return (
    <Space orientation="vertical" style={{ width: '100%' }} size={4}>
      <Segmented
        size="small"
        value={asked ? 'ask' : 'state'}
        options={[{ value: 'state', label: t('form.state') }, { value: 'ask', label: t('form.ask') }]}
        onChange={(mode) => onChange(mode === 'ask' ? `${MARK}${parameters[0]?.value ?? ''}` : blank)}
      />
      {asked ? (
        <Select value={value.slice(MARK.length)} aria-label={`${label} · ${t('form.askWhich')}`} options={parameters} style={{ width: '100%' }} onChange={(next: string) => onChange(MARK + next)} />
      ) : children}
    </Space>
  );
}
