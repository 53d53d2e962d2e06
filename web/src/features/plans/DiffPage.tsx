import { useParams } from '@tanstack/react-router';
import { Card, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { formatLimit } from '@/shared/words';
import { fieldTexts } from '@/shared/plan/fieldTexts';
import styles from './plans.module.css';
import { planTexts } from './texts';
import { useWords } from '@/shared/plan/useWords';

type Change = components['schemas']['Change'];
type LoneClause = components['schemas']['LoneClause'];

/** What changed between two versions: clause by clause, field by field, with both values. */
export default function DiffPage() {
  const t = planTexts.useT();
  const { id } = useParams({ strict: false }) as { id: string };
  const [from, setFrom] = useState<number>();
  const [to, setTo] = useState<number>();
  const plan = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id } } });
  const versions = plan.data?.versions ?? [];
  const latest = versions[0]?.number ?? 1;
  const later = to ?? (plan.data?.draft ? undefined : latest);
  const earlier = from ?? (plan.data?.draft ? latest : Math.max(1, latest - 1));
  const diff = $api.useQuery('get', '/api/plans/{id}/diff', { params: { path: { id }, query: { from: earlier, ...(later !== undefined && { to: later }) } } }, { enabled: plan.data !== undefined });
  if (plan.error ?? diff.error) return <ReadProblem error={plan.error ?? diff.error} />;
  if (!plan.data || !diff.data) return <LoadingPage />;
  const numbers = versions.map(({ number }) => ({ value: number, label: t('plan.version', { number }) }));
  const found = diff.data.diff;
  const same = found.added.length + found.removed.length + found.changed.length + found.frame.length === 0 && !found.reordered;
  return (
    <>
      <PageHeader
        title={`${t('diff.title')} · ${plan.data.title}`}
        actions={
          <Space>
            {t('diff.from')}<Select value={earlier} options={numbers} aria-label={t('diff.from')} onChange={setFrom} />
            {t('diff.to')}<Select value={later ?? 0} aria-label={t('diff.to')} options={[...(plan.data.draft ? [{ value: 0, label: t('diff.draft') }] : []), ...numbers]} onChange={(next) => setTo(next === 0 ? undefined : next)} />
          </Space>
        }
      />
      {same && <EmptyState title={t('diff.same')} />}
      <div style={{ display: 'grid', gap: 16 }}>
        {found.added.length > 0 && <Card size="small" title={t('diff.added')}><Lone clauses={found.added} /></Card>}
        {found.removed.length > 0 && <Card size="small" title={t('diff.removed')}><Lone clauses={found.removed} /></Card>}
        {found.changed.map((clause) => <Card key={clause.clause} size="small" title={`${t('diff.changed')} · ${clause.heading}`}><Changes changes={clause.fields} /></Card>)}
        {found.frame.length > 0 && <Card size="small" title={t('diff.frame')}><Changes changes={found.frame} /></Card>}
        {found.reordered && <p>{t('diff.reordered')}</p>}
      </div>
    </>
  );
}

/** Clauses only one of the versions has, as they stand in it. */
function Lone({ clauses }: { clauses: readonly LoneClause[] }) {
  return (
    <ul className={styles['lone']}>
      {clauses.map(({ clause, heading, text }) => (
        <li key={clause}><strong>{heading || clause}</strong>{text !== heading && <p>{text}</p>}</li>
      ))}
    </ul>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  const t = planTexts.useT();
  const field = fieldTexts.useT();
  const word = useWords();
  const path = (text: string) => text.split('/').filter(Boolean).map((part) => {
    const key = `field.${part}`;
    return fieldTexts.has(key) ? field(key) : part;
  }).join(' › ');
  const shown = (value: string | null | undefined) => (value === null || value === undefined ? t('diff.nothing') : /^[a-z-]+:/.test(value) ? formatLimit(value) : word(value));
  return (
    <Table<Change>
      size="small"
      rowKey="path"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={changes}
      columns={[
        { title: t('diff.field'), width: 240, render: (_, change) => path(change.path) },
        { title: t('diff.before'), render: (_, change) => <span className={styles['before']}>{shown(change.before)}</span> },
        { title: t('diff.after'), render: (_, change) => <span className={styles['after']}>{shown(change.after)}</span> },
      ]}
    />
  );
}
