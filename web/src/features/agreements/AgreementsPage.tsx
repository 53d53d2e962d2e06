import { PlusOutlined } from '@ant-design/icons';
import { Link, useRouter } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { keyset, ListPage, useFilters, type Filters } from '@/shared/components/list';
import { EmptyState } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatFen } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import styles from './agreements.module.css';
import { KINDS, STANDINGS, standingTone, type AgreementHead, type Fields, type Standing } from './model';
import { TermWords } from './TermWords';
import { agreementTexts } from './texts';

const ENDS = ['30', '90', '365'] as const;

export default function AgreementsPage() {
  const t = agreementTexts.useT();
  const router = useRouter();
  const mayEdit = useMay('agreement.edit');
  const mayPlans = useMay('plan.read');
  const { filters } = useFilters();
  useLive('agreements');
  const plans = $api.useQuery('get', '/api/plans', { params: { query: { with_retired: true, limit: 200 } } }, { enabled: mayPlans }).data?.items ?? [];
  const source = $api.useInfiniteQuery('get', '/api/agreements', { params: { query: queryOf(filters) } }, keyset);
  const customer = filters['customer'] ? `?customer=${filters['customer']}` : '';
  const create = mayEdit && <Button type="primary" icon={<PlusOutlined />} onClick={() => router.history.push(`/agreements/new${customer}`)}>{t('new')}</Button>;
  return (
    <ListPage
      list="agreements"
      title={t('title')}
      hint={t('hint')}
      actions={create}
      filters={
        <>
          <Form.Item name="customer" hidden><Input /></Form.Item>
          <Form.Item name="unit" hidden><Input /></Form.Item>
          <Form.Item name="q" label={t('filter.q')}><Input allowClear style={{ width: 180 }} /></Form.Item>
          <Form.Item name="standing" label={t('filter.standing')}><Select allowClear style={{ minWidth: 110 }} options={STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) }))} /></Form.Item>
          <Form.Item name="kind" label={t('filter.kind')}><Select allowClear style={{ minWidth: 120 }} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
          {mayPlans && (
            <Form.Item name="plan" label={t('filter.plan')}>
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 160, maxWidth: 220 }} popupMatchSelectWidth={false} options={plans.map(({ id, title }) => ({ value: id, label: title }))} />
            </Form.Item>
          )}
          <Form.Item name="ends_within_days" label={t('filter.ends')}><Select allowClear style={{ minWidth: 130 }} options={ENDS.map((value) => ({ value, label: t(`filter.ends.${value}`) }))} /></Form.Item>
        </>
      }
      source={source}
      columns={[
        { title: t('column.agreement'), render: (_, row) => <span className={styles['name']}><Link to="/agreements/$id" params={{ id: row.id }}>{row.title}</Link><small>{row.number} · {t(`kind.${row.kind as Fields['kind']}`)}</small></span> },
        { title: t('column.customer'), render: (_, row) => row.customer_name },
        { title: t('column.plan'), render: (_, row) => <span className={styles['name']}>{row.plan_title}<small>{t('version', { number: row.plan_number })}</small></span> },
        { title: t('column.term'), render: (_, row) => <TermWords agreement={row} /> },
        { title: t('column.units'), align: 'right', render: (_, row) => t('units.count', { count: row.units }) },
        { title: t('column.sum'), align: 'right', render: (_, row) => (typeof row.contract_fen === 'number' ? formatFen(row.contract_fen) : '—') },
        { title: t('column.standing'), render: (_, row) => <StandingTag standing={row.standing} /> },
      ]}
      card={(row) => <Line row={row} />}
      hrefOf={(row) => `/agreements/${row.id}`}
      empty={<EmptyState title={t('empty')} hint={t(mayEdit ? 'emptyHint' : 'emptyHint.read')} />}
      none={<EmptyState title={t('nothing')} hint={t(mayEdit ? 'nothingHint' : 'nothingHint.read')} action={create} />}
    />
  );
}

function Line({ row }: { row: AgreementHead }) {
  const t = agreementTexts.useT();
  return (
    <span className={styles['line']}>
      <span className={styles['lineHead']}><strong>{row.title}</strong><StandingTag standing={row.standing} /></span>
      <span>{row.customer_name}</span>
      <small>{row.number} · {row.plan_title} · {t('units.count', { count: row.units })}</small>
      <TermWords agreement={row} />
    </span>
  );
}

export function StandingTag({ standing }: { standing: Standing }) {
  const t = agreementTexts.useT();
  return <StatusTag tone={standingTone(standing)}>{t(`standing.${standing}`)}</StatusTag>;
}

function queryOf(filters: Filters) {
  const { q, customer, unit, plan, kind, standing, ends_within_days: ends } = filters;
  return {
    ...(q && { q }),
    ...(customer && { customer }),
    ...(unit && { unit }),
    ...(plan && { plan }),
    ...(kind && { kind: kind as Fields['kind'] }),
    ...(standing && { standing: standing as Standing }),
    ...(ends && { ends_within_days: Number(ends) }),
  };
}
