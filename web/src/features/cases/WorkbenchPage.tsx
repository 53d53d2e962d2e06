import { Link, useRouter } from '@tanstack/react-router';
import { CheckOutlined, PlusOutlined } from '@ant-design/icons';
import { Badge, Button, Card, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { useRowKeys } from '@/shared/components/list/useRowKeys';
import { PageHeader } from '@/shared/components/PageHeader';
import { PromiseBar } from '@/shared/components/promise';
import { ProblemAlert } from '@/shared/components/states';
import { formatInstant } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { useIsOurs, useMay, useMe } from '@/shared/session/useMe';
import { CaseTags } from './CaseTags';
import styles from './cases.module.css';
import { nextPromise, type CaseSummary } from './model';
import { ownTexts } from './ownTexts';
import { caseTexts } from './texts';
import { ThisMonth } from './ThisMonth';
import { usePeople } from './usePeople';

const SHOWN = 8;
const ALL_SHOWN = 12;
/** Looked through for what breaks next: what is broken or paused has a list of its own. */
const ALL_READ = 50;

type Query = { mine?: boolean; unowned?: boolean; broken?: boolean; paused?: boolean };
type Listed = { items: readonly CaseSummary[]; next?: string | null };
type Source = { data: Listed | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
type SectionName = 'next' | 'mine' | 'unowned' | 'broken' | 'paused';

function useCases(query: Query, limit: number) {
  return $api.useQuery('get', '/api/cases', { params: { query: { ...query, limit } } }, { enabled: useMay('case.read') });
}

/** What to do first: what breaks next, what waits for me, what nobody has taken, what is broken, what stands still. */
export default function WorkbenchPage() {
  const t = caseTexts.useT();
  const own = ownTexts.useT();
  const router = useRouter();
  const now = useNow();
  const { name, roles } = useMe();
  const isOutsider = roles.includes('customer');
  const mayReport = useMay('case.report');
  const seesLedger = useMay('ledger.read');
  useLive('cases');
  const open = useCases({}, ALL_READ);
  const running = open.data?.items.filter(({ next }) => next?.state === 'running') ?? [];
  const next: Source = { ...open, data: open.data && { items: running.slice(0, ALL_SHOWN), next: running.length > ALL_SHOWN ? '' : open.data.next } };
  const rest: [SectionName, Source][] = [
    ['broken', useCases({ broken: true }, SHOWN)],
    ['mine', useCases({ mine: true }, SHOWN)],
    ['unowned', useCases({ unowned: true }, SHOWN)],
    ['paused', useCases({ paused: true }, SHOWN)],
  ];
  // Who answers for a case is the company's business.
  const shown = rest.filter(([section]) => !isOutsider || section === 'broken' || section === 'paused');
  const quiet = shown.filter(([, { data }]) => data?.items.length === 0);
  const current = useRowKeys(next.data?.items ?? [], (row) => router.history.push(`/cases/${row.id}`));
  return (
    <>
      <PageHeader
        title={isOutsider ? own('workbench') : t('workbench.title')}
        hint={`${name} · ${t('workbench.hint', { date: formatInstant(now, 'day') })}`}
        actions={mayReport && <Link to="/cases/new"><Button type="primary" icon={<PlusOutlined />}>{isOutsider ? own('new') : t('new')}</Button></Link>}
      />
      <div className={styles['board']}>
        <Section name="next" source={next} current={current} />
        <div className={styles['column']}>
          {shown.filter(([, { data }]) => data?.items.length !== 0).map(([section, source]) => <Section key={section} name={section} source={source} />)}
          {seesLedger && <ThisMonth />}
          {quiet.length > 0 && <Quiet names={quiet.map(([section]) => section)} />}
        </div>
      </div>
    </>
  );
}

/** What there is nothing to do about, in one card. */
function Quiet({ names }: { names: readonly SectionName[] }) {
  const t = caseTexts.useT();
  return (
    <Card title={t('workbench.quiet')}>
      <ul className={styles['quiet']}>
        {names.map((name) => <li key={name}><CheckOutlined aria-hidden /> {t(`workbench.${name}.empty`)}</li>)}
      </ul>
    </Card>
  );
}

function Section({ name, source, current }: { name: SectionName; source: Source; current?: string | undefined }) {
  const t = caseTexts.useT();
  const { data, error, isPending, refetch } = source;
  const items = data?.items ?? [];
  const count = data?.next !== null && data?.next !== undefined ? t('workbench.more', { count: items.length }) : items.length;
  const search = name === 'next' ? {} : { only: name };
  return (
    <Card
      title={<span>{t(`workbench.${name}`)} {items.length > 0 && <Badge count={count} color={name === 'broken' || name === 'unowned' ? 'var(--jn-broken)' : 'var(--jn-accent)'} />}</span>}
      extra={items.length > 0 && <Link to="/cases" search={search as never}>{t('workbench.all')}</Link>}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && !error && <Skeleton active />}
      {data && items.length === 0 && <p className={styles['soft']}>{t(`workbench.${name}.empty`)}</p>}
      {items.length > 0 && (
        <ul className={styles['tasks']}>
          {items.map((row) => <li key={row.id}><Task row={row} isCurrent={row.id === current} /></li>)}
        </ul>
      )}
    </Card>
  );
}

function Task({ row, isCurrent }: { row: CaseSummary; isCurrent: boolean }) {
  const t = caseTexts.useT();
  const people = usePeople();
  const isOurs = useIsOurs();
  const promise = nextPromise(row);
  return (
    <Link to="/cases/$id" params={{ id: row.id }} className={styles['task'] ?? ''} style={isCurrent ? { boxShadow: 'inset 3px 0 0 var(--jn-accent)' } : {}}>
      <span className={styles['taskHead']}>
        <strong>{row.number}</strong>
        <CaseTags {...row} />
        <span className={styles['soft']}>{people.name(row.owner) ?? (row.owner || !isOurs ? '' : t('unowned'))}</span>
      </span>
      <span className={styles['excerpt']} style={{ maxWidth: '100%' }}>{row.name && `${row.name} · `}{row.content}</span>
      {promise && <PromiseBar promise={promise} size="row" />}
    </Link>
  );
}
