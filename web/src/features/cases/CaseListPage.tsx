import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { keyset, ListPage, rowsOf, useFilters, type Sorted } from '@/shared/components/list';
import { PromiseBar } from '@/shared/components/promise';
import { EmptyState } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { useIsOurs, useMay, useMe } from '@/shared/session/useMe';
import { asksEnded, caseQuery, endedToo, joined, ONLY, orderQuery, parted, sortedBy } from './caseQuery';
import { CaseTags } from './CaseTags';
import { useCaseWord } from './caseWordTexts';
import { nextPromise, PHASES, type CaseSummary } from './model';
import { OnlyOf } from './OnlyOf';
import { usePrintedCases } from './printedCases';
import { SeveralBar, useChosen } from './Several';
import { severalTexts } from './severalTexts';
import { SeveritySelect } from './SeveritySelect';
import styles from './cases.module.css';
import { ownTexts } from './ownTexts';
import { caseTexts } from './texts';
import { usePeople } from './usePeople';

/** Who answers for a case is the company's business. */
const OF_STAFF: ReadonlySet<string> = new Set(['mine', 'unowned']);
const DUE_HOURS = ['4', '24', '72'] as const;

export default function CaseListPage() {
  const t = caseTexts.useT();
  const own = ownTexts.useT();
  const isCustomer = useMe().roles.includes('customer');
  const many = severalTexts.useT();
  const word = useCaseWord();
  const may = useMay('case.report');
  const people = usePeople();
  const { filters, setFilters } = useFilters();
  useLive('cases');
  const places = $api.useQuery('get', '/api/org', {}, { enabled: useMay('org.read') }).data?.items ?? [];
  const mayPlans = useMay('plan.read');
  const plans = $api.useQuery('get', '/api/plans', { params: { query: { with_retired: true, limit: 200 } } }, { enabled: mayPlans }).data?.items ?? [];
  const regions = $api.useQuery('get', '/api/regions', {}, { enabled: useMay('region.read') }).data ?? [];
  const query = caseQuery(filters);
  const isEnded = asksEnded(query);
  const order = orderQuery(filters);
  const exported = new URLSearchParams(Object.entries({ ...query, ...order }).map(([name, value]) => [name, String(value)]));
  // The list stays while it is sorted anew: whoever chose a head by keyboard is still at it.
  const source = $api.useInfiniteQuery('get', '/api/cases', { params: { query: { ...query, ...order, named: true } } }, { ...keyset, placeholderData: keepPreviousData });
  // A list that is shown whole is counted by looking: only a longer one is read through once more.
  const inAll = $api.useQuery('get', '/api/cases/count', { params: { query } }, { enabled: source.hasNextPage }).data;
  const elsewhere = endedToo(query);
  const ended = $api.useQuery('get', '/api/cases/count', { params: { query: elsewhere ?? {} } }, { enabled: elsewhere !== undefined && source.isSuccess && !source.hasNextPage }).data;
  const number = ({ count, is_more }: { count: number; is_more: boolean }) => (is_more ? t('moreThan', { count: count.toLocaleString('en-US') }) : count.toLocaleString('en-US'));
  const isOurs = useIsOurs();
  const chosen = useChosen(rowsOf(source));
  const onSort = (sorted: Sorted | undefined) => setFilters({ ...filters, sort: sorted?.by, descending: sorted?.descending && 'yes' });
  const owner = (row: CaseSummary) => people.name(row.owner) ?? (row.owner || !isOurs ? '—' : <span className={styles['soft']}>{t('unowned')}</span>);
  const printed = usePrintedCases(owner);
  const create = may && <Link to="/cases/new"><Button type="primary" icon={<PlusOutlined />}>{isCustomer ? own('new') : t('new')}</Button></Link>;
  return (
    <ListPage
      list="cases"
      printed={printed}
      title={t('title')}
      hint={t(order.sort ? (isEnded ? 'hintEndedSorted' : 'hintSorted') : isEnded ? 'hintEnded' : 'hint')}
      unfiltered={t('unfiltered')}
      total={inAll && number(inAll)}
      sorting={{ sorted: sortedBy(filters).sorted, onSort }}
      {...(isOurs && { chosen: { ids: chosen.ids, onChange: chosen.choose, label: (row: CaseSummary) => many('choose', { number: row.number }) } })}
      note={
        <>
          <OnlyOf customer={filters['customer']} unit={filters['unit']} onDrop={(name) => setFilters({ ...filters, [name]: undefined })} />
          {isOurs && <SeveralBar chosen={chosen} />}
          {elsewhere && ended && ended.count > 0 && (
            <p className={styles['elsewhere']}>
              {t('endedToo', { count: number(ended) })}
              <Button type="link" size="small" onClick={() => setFilters({ ...filters, only: joined([...parted(filters['only']), 'ended']) })}>{t('endedShow')}</Button>
            </p>
          )}
        </>
      }
      exportHref={`/api/cases/export?${exported.toString()}`}
      actions={create}
      filters={
        <>
          <Form.Item name="text" label={t('filter.text')}><Input allowClear placeholder={t('filter.textHint')} style={{ width: 220 }} /></Form.Item>
          <Form.Item name="phase" label={t('filter.phase')}>
            <Select allowClear style={{ minWidth: 110 }} options={PHASES.map((phase) => ({ value: phase, label: word('phase', phase) }))} />
          </Form.Item>
          <Form.Item name="due_within_hours" label={t('filter.due')}>
            <Select allowClear style={{ minWidth: 140 }} options={DUE_HOURS.map((hours) => ({ value: hours, label: t(`filter.due.${hours}`) }))} />
          </Form.Item>
          <Form.Item name="only" label={t('filter.only')} getValueProps={(value: string | undefined) => ({ value: parted(value) })} getValueFromEvent={joined}>
            <Select mode="multiple" allowClear maxTagCount={2} style={{ minWidth: 180 }} options={ONLY.filter((name) => isOurs || !OF_STAFF.has(name)).map((value) => ({ value, label: t(`filter.only.${value}`) }))} />
          </Form.Item>
          {mayPlans && (
            <>
              <Form.Item name="plan" label={t('filter.plan')}>
                <Select allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} style={{ minWidth: 130, maxWidth: 200 }} options={plans.map(({ id, title }) => ({ value: id, label: title }))} />
              </Form.Item>
              <Form.Item name="severity" label={t('filter.severity')}><SeveritySelect plans={plans} /></Form.Item>
            </>
          )}
          {regions.length > 0 && (
            <Form.Item name="region" label={t('filter.region')}>
              <Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 110 }} options={regions.map(({ key, label }) => ({ value: key, label }))} />
            </Form.Item>
          )}
          <Form.Item name="customer" hidden><Input /></Form.Item>
          <Form.Item name="unit" hidden><Input /></Form.Item>
          {isOurs && <Form.Item name="owner" label={t('filter.owner')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 110 }} options={people.options} /></Form.Item>}
          {places.length > 0 && <Form.Item name="branch" label={t('filter.branch')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 130 }} options={places.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>}
        </>
      }
      source={source}
      columns={[
        { title: t('column.number'), render: (_, row) => row.number },
        { title: t('column.customer'), key: 'customer', ...(!isEnded && { sorter: true }), render: (_, row) => <Who row={row} /> },
        { title: t('column.content'), render: (_, row) => <Content row={row} /> },
        { title: t('column.severity'), key: 'severity', ...(!isEnded && { sorter: true }), render: (_, row) => <span className={styles['wrapped']}>{row.severity_name ?? row.severity ?? '—'}</span> },
        { title: t('column.phase'), key: 'phase', ...(!isEnded && { sorter: true }), render: (_, row) => <span className={styles['tags']}><CaseTags {...row} /></span> },
        isEnded
          ? { title: t('column.ended'), key: 'due', sorter: true, sortDirections: ['descend', 'ascend'], render: (_, row) => <TimeText at={row.ended_at} as="short" /> }
          : { title: t('column.promise'), key: 'due', sorter: true, width: 244, render: (_, row) => <div className={styles['nextCell']}><Next row={row} /></div> },
        ...(isOurs ? [{ title: t('column.owner'), render: (_: unknown, row: CaseSummary) => owner(row) }] : []),
        { title: t('column.reported'), key: 'reported', sorter: true, sortDirections: ['descend', 'ascend'], render: (_, row) => <TimeText at={row.reported_at} as="short" /> },
      ]}
      card={(row) => (
        <span className={styles['card']}>
          <span className={styles['cardHead']}><strong>{row.number}</strong>{row.severity_name && <small>{row.severity_name}</small>}<CaseTags {...row} /></span>
          <span className={styles['excerpt']} style={{ maxWidth: '100%' }}>{row.name} · {row.content}</span>
          {row.unit_name && <small className={styles['soft']}>{row.unit_name}</small>}
          {row.ended_at ? <small className={styles['soft']}>{t('column.ended')} <TimeText at={row.ended_at} as="short" /></small> : <Next row={row} />}
        </span>
      )}
      hrefOf={(row) => `/cases/${row.id}`}
      empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      none={<EmptyState title={t(ended && ended.count > 0 ? 'nothingOpen' : 'nothing')} hint={t(may ? 'nothingHint' : 'nothingHint.read')} action={create} />}
    />
  );
}

/** Whose case it is, and who reported it where that is somebody else. */
function Who({ row }: { row: CaseSummary }) {
  const customer = row.customer_name ?? row.name;
  return (
    <>
      <span className={`${styles['excerpt']} ${styles['slim']}`} title={customer}>{customer || '—'}</span>
      {row.name && row.name !== customer && <small className={`${styles['excerpt']} ${styles['slim']} ${styles['soft']}`} title={row.name}>{row.name}</small>}
    </>
  );
}

/** What is wrong, and with what. */
function Content({ row }: { row: CaseSummary }) {
  return (
    <>
      <span className={`${styles['excerpt']} ${styles['wide']}`} title={row.content}>{row.content}</span>
      {row.unit_name && <small className={`${styles['excerpt']} ${styles['wide']} ${styles['soft']}`} title={row.unit_name}>{row.unit_name}</small>}
    </>
  );
}

function Next({ row }: { row: CaseSummary }) {
  const t = caseTexts.useT();
  const promise = nextPromise(row);
  return promise ? <div className={styles['next']}><PromiseBar promise={promise} size="row" /></div> : <span className={styles['soft']}>{t('noPromise')}</span>;
}
