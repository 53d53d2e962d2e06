import { DatePicker, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useFilters } from '@/shared/components/list';
import { ExportButton } from '@/shared/components/ExportButton';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { formatNamed } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { allOf, askOf, exportHref, groupOf, GROUPS, nameOf, narrowTo, NARROWERS, type Ask, type Group, type Ledger } from './ask';
import { GroupTable } from './GroupTable';
import { Headline } from './Headline';
import styles from './ledger.module.css';
import { LatenessChart, MonthChart } from './LedgerCharts';
import { RowsDrawer } from './RowsDrawer';
import { ledgerTexts } from './texts';

const DAY = 'YYYY-MM-DD';
type Shown = { title: string; ask: Ask };

/** What was promised and what became of it. Everything shown follows from the address. */
export default function LedgerPage() {
  const t = ledgerTexts.useT();
  const { filters, setFilters } = useFilters();
  const [shown, setShown] = useState<Shown>();
  const mayExport = useMay('ledger.export');
  const group = groupOf(filters);
  const ask = askOf(filters);
  const query = { ...ask, group_by: group };
  const { data, error, refetch } = $api.useQuery('get', '/api/ledger', { params: { query } }, { placeholderData: (before) => before });
  const months = $api.useQuery('get', '/api/ledger', { params: { query: { ...ask, group_by: 'month' } } }, { placeholderData: (before) => before });
  if (error && !data) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const open = (picked: Group | undefined, extra: Ask = {}) => {
    const narrowed = picked && narrowTo(picked, data.group_by, data);
    const title = picked ? [nameOf(picked) ?? t('nameless'), picked.plan_title].filter(Boolean).join(' · ') : t('rows');
    setShown({ title, ask: { ...ask, from: data.from, to: data.to, ...narrowed, ...extra } });
  };
  const openMonth = (index: number) => {
    const picked = months.data?.groups[index];
    const narrowed = picked && months.data && narrowTo(picked, 'month', months.data);
    if (picked && narrowed) setShown({ title: picked.name, ask: { ...ask, ...narrowed } });
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={mayExport && <ExportButton href={exportHref({ ...ask, from: data.from, to: data.to })}>{t('export')}</ExportButton>}
      />
      <Controls ledger={data} filters={filters} onChange={setFilters} />
      {allOf(data.total) === 0 ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <>
          <Headline tally={data.total} onPick={(state) => open(undefined, { state })} />
          <div className={styles['charts']}>
            <section className={styles['sheet']}><h2>{t('months')}</h2><MonthChart groups={months.data?.groups ?? []} onPick={openMonth} /></section>
            <section className={styles['sheet']}><h2>{t('lateness')}</h2><LatenessChart counts={data.lateness.counts} onPick={(lateness) => open(undefined, { lateness })} /></section>
          </div>
          <GroupTable ledger={data} onOpen={open} />
        </>
      )}
      <RowsDrawer shown={shown} onClose={() => setShown(undefined)} onNarrow={(next) => { setFilters({ ...filters, ...next }); setShown(undefined); }} />
    </>
  );
}

type ControlsProps = { ledger: Ledger; filters: Readonly<Record<string, string>>; onChange: (next: Readonly<Record<string, unknown>>) => void };

function Controls({ ledger, filters, onChange }: ControlsProps) {
  const t = ledgerTexts.useT();
  const narrowed = NARROWERS.filter((name) => filters[name]);
  return (
    <div className={`${styles['controls']} jn-no-print`}>
      <label>
        {t('period')}
        <DatePicker.RangePicker
          allowClear={false}
          value={[dayjs(ledger.from), dayjs(ledger.to)]}
          onChange={(range) => range?.[0] && range[1] && onChange({ ...filters, from: range[0].format(DAY), to: range[1].format(DAY) })}
        />
      </label>
      <label>
        {t('groupBy')}
        <Select style={{ minWidth: 132 }} value={ledger.group_by} options={GROUPS.map((value) => ({ value, label: t(`group.${value}` as 'group.clause') }))} onChange={(group) => onChange({ ...filters, group })} />
      </label>
      {narrowed.length > 0 && (
        <span className={styles['narrowed']}>
          {t('narrowed')}
          {narrowed.map((name) => (
            <Tag key={name} closable onClose={() => onChange({ ...filters, [name]: '' })}><Narrowed name={name} filters={filters} /></Tag>
          ))}
        </span>
      )}
    </div>
  );
}

/** What the ledger is narrowed to is called, as the ledger itself calls it; an agreement is no group and has no name there. */
function Narrowed({ name, filters }: { name: (typeof NARROWERS)[number]; filters: Readonly<Record<string, string>> }) {
  const t = ledgerTexts.useT();
  const { data } = $api.useQuery('get', '/api/ledger', { params: { query: { ...askOf(filters), ...(name !== 'agreement' && { group_by: name }) } } }, { enabled: name !== 'agreement', staleTime: 60_000 });
  const found = data?.groups.find(({ key, plan }) => key === filters[name] && (!plan || !filters['plan'] || plan === filters['plan']));
  return found ? formatNamed(t(`narrow.${name}`), nameOf(found) ?? t('nameless')) : t(`narrow.${name}`);
}
