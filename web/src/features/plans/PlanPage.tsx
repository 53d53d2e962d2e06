import { DownloadOutlined, FileTextOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { ActionButtons, ConfirmDialog } from '@/shared/components/actions';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import { useMay } from '@/shared/session/useMe';
import { ClauseCard } from './ClauseCard';
import { EditDrawer, type Editing } from './EditDrawer';
import { PlanProvider, type Plan } from '@/shared/plan/Context';
import { moved } from '@/shared/plan/SchemaField';
import { Margin } from './Margin';
import { Rulings } from './Rulings';
import styles from './plans.module.css';
import { planTexts } from './texts';

type View = components['schemas']['PlanView'];
type Asked = 'publish' | 'discard' | 'retire';

/** The plan studio: the document on the left, what must be looked at in the margin. */
export default function PlanPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = $api.useQuery('get', '/api/plans/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Studio view={data} />;
}

function Studio({ view }: { view: View }) {
  const latest = view.versions[0];
  const published = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: latest?.id ?? '' } } }, { enabled: !view.draft && latest !== undefined });
  const plan = view.draft ?? published.data?.body;
  if (published.error) return <ReadProblem error={published.error} />;
  if (!plan) return <LoadingPage />;
  return <PlanProvider value={plan}><Document view={view} plan={plan} /></PlanProvider>;
}

function Document({ view, plan }: { view: View; plan: Plan }) {
  const t = planTexts.useT();
  const [editing, setEditing] = useState<Editing>();
  const acts = usePlanActions(view);
  const editable = view.draft !== undefined && view.draft !== null && view.actions.some((action) => action.name === 'edit' && action.allowed);
  const put = (draft: Plan, version = view.version) => acts.edit.mutateAsync({ params: { path: { id: view.id }, header: ifMatch(version) }, body: draft });
  const setClauses = (clauses: Plan['clauses']) => put({ ...plan, clauses });
  return (
    <>
      <PageHeader
        title={view.title}
        hint={view.trade}
        tags={<> <PlanState view={view} /></>}
        actions={<ActionButtons actions={offered(view)} label={(name) => t(`action.${name}` as 'action.edit')} onAct={acts.act} busy={acts.busy} danger={['discard', 'retire']} most={4} />}
      />
      <ProblemAlert error={acts.failure} />
      <Facts view={view} editable={editable} onFrame={() => setEditing({ what: 'frame' })} />
      <div className={styles['studio']}>
        <div className={styles['document']}>
          {plan.clauses.length === 0 && <EmptyState title={t('plan.noClauses')} hint={editable && t('plan.noClausesHint')} />}
          {plan.clauses.map((clause, index) => (
            <ClauseCard
              key={clause.id}
              clause={clause}
              number={index + 1}
              {...(editable && {
                tools: {
                  first: index === 0,
                  last: index === plan.clauses.length - 1,
                  onEdit: () => setEditing({ what: 'clause', index }),
                  onMove: (by) => void setClauses(moved(plan.clauses, index, index + by)),
                  onRemove: () => setClauses(plan.clauses.filter((one) => one.id !== clause.id)),
                },
              })}
            >
              <Rulings clause={clause.id} plan={plan} problems={view.check.problems} />
            </ClauseCard>
          ))}
          {editable && <Button type="dashed" block icon={<PlusOutlined />} style={{ marginTop: 16 }} onClick={() => setEditing({ what: 'clause', index: plan.clauses.length })}>{t('plan.add')}</Button>}
        </div>
        <Margin view={view} plan={plan} {...(editable && { onSettle: (settlements) => void put({ ...plan, settlements }) })} />
      </div>
      {editing && <EditDrawer plan={plan} version={view.version} editing={editing} onSave={put} onClose={() => setEditing(undefined)} />}
      <Sure asked={acts.asked} onClose={() => acts.setAsked(undefined)} onOk={acts.confirm} />
    </>
  );
}

/** The verbs of a plan as they make sense now: a draft is published or given up, without one the next version is begun. */
function offered(view: View): View['actions'] {
  const order = ['publish', 'discard', 'succeed', 'reinstate', 'retire'];
  return view.actions
    .filter(({ name }) => name !== 'edit' && !(name === 'succeed' && view.draft))
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

function PlanState({ view }: { view: View }) {
  const t = planTexts.useT();
  if (view.retired) return <StatusTag tone="off">{t('list.retired')}</StatusTag>;
  if (view.draft) return <StatusTag tone="waiting">{t('plan.draftOf')}</StatusTag>;
  return <StatusTag tone="active">{t('plan.version', { number: view.versions[0]?.number ?? 0 })}</StatusTag>;
}

function Facts({ view, editable, onFrame }: { view: View; editable: boolean; onFrame: () => void }) {
  const t = planTexts.useT();
  const tries = useMay('ledger.read');
  const latest = view.versions[0];
  const file = (format: string) => `/api/plans/${view.id}/export?format=${format}`;
  return (
    <div className={styles['facts']}>
      {latest && <span>{t('plan.version', { number: latest.number })} · {t('plan.publishedBy', { name: latest.published_by })} <TimeText at={latest.published_at} /></span>}
      {latest && <span>{t('plan.hash')} <span className={styles['hash']} title={latest.hash}>{latest.hash.slice(0, 16)}…</span></span>}
      {view.original && (
        <span>
          {t('plan.original')} <a href={`/api/readings/${view.original.reading}/source`} download={view.original.name}>{view.original.name}</a> <span className={styles['hash']} title={`SHA-256 ${view.original.sha256}`}>{view.original.sha256.slice(0, 16)}…</span> <Link to="/readings/$id" params={{ id: view.original.reading }}>{t('plan.reading')}</Link>
        </span>
      )}
      <Space className="jn-no-print" wrap>
        {editable && <Button size="small" icon={<SettingOutlined />} onClick={onFrame}>{t('plan.frame')}</Button>}
        {(view.versions.length > 1 || (latest && view.draft)) && <Link to="/plans/$id/diff" params={{ id: view.id }}><Button size="small">{t('plan.compare')}</Button></Link>}
        <Link to="/plans/$id/bid" params={{ id: view.id }}><Button size="small">{t('plan.bid')}</Button></Link>
        {tries && <Link to="/plans/$id/what-if" params={{ id: view.id }}><Button size="small">{t('plan.whatIf')}</Button></Link>}
        <Dropdown menu={{ items: documents(view).map(({ href, ...item }) => ({ ...item, label: <a href={href} download>{t(item.label)}{item.edition && ` · ${t(item.edition.key, item.edition.values)}`}</a> })) }}>
          <Button size="small" icon={<FileTextOutlined />}>{t('plan.print')}</Button>
        </Dropdown>
        <Dropdown menu={{ items: ['toml', 'json'].map((format) => ({ key: format, label: <a href={file(format)} download={`${view.title}.${format}`}>{format.toUpperCase()}</a> })) }}>
          <Button size="small" icon={<DownloadOutlined />}>{t('plan.export')}</Button>
        </Dropdown>
      </Space>
    </div>
  );
}

/** What can be printed: the draft where there is one, and each of the latest versions. */
function documents(view: View) {
  const base = `/api/plans/${view.id}/document?format=`;
  const kinds = [['docx', 'plan.word'], ['pdf', 'plan.pdf']] as const;
  const draft = kinds.filter(() => view.draft).map(([format, label]) => ({
    key: `${format}-draft`, label, href: base + format, edition: { key: 'plan.draftOf', values: {} } as const,
  }));
  const versions = view.versions.slice(0, 5).flatMap(({ number }) => kinds.map(([format, label]) => ({
    key: `${format}-${number}`, label, href: `${base}${format}&number=${number}`, edition: { key: 'plan.version', values: { number } } as const,
  })));
  return [...draft, ...versions];
}

function Sure({ asked, onClose, onOk }: { asked: Asked | undefined; onClose: () => void; onOk: () => Promise<unknown> }) {
  const t = planTexts.useT();
  const name = asked ?? 'publish';
  return <ConfirmDialog open={asked !== undefined} title={t(`plan.${name}Title`)} text={t(`plan.${name}Text`)} okText={t(`action.${name}`)} look={name === 'publish' ? 'plain' : 'danger'} onOk={onOk} onClose={onClose} />;
}

/** After a refusal the plan is read anew: somebody else may have changed it. */
function refused() {
  void queryClient.invalidateQueries({ queryKey: ['get', '/api/plans/{id}'] });
}

/** The verbs of a plan, each with what the server answered. */
function usePlanActions(view: View) {
  const [asked, setAsked] = useState<Asked>();
  const kept = (plan: View) => {
    queryClient.setQueryData($api.queryOptions('get', '/api/plans/{id}', { params: { path: { id: view.id } } }).queryKey, plan);
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/plans'] });
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/plans/{id}/diff'] });
  };
  const on = { onSuccess: kept, onError: refused };
  const edit = $api.useMutation('put', '/api/plans/{id}/draft', on);
  const publish = $api.useMutation('post', '/api/plans/{id}/publish', on);
  const discard = $api.useMutation('delete', '/api/plans/{id}/draft', on);
  const retire = $api.useMutation('post', '/api/plans/{id}/retire', on);
  const reinstate = $api.useMutation('post', '/api/plans/{id}/reinstate', on);
  const succeed = $api.useMutation('post', '/api/plans/{id}/succeed', on);
  const at = { params: { path: { id: view.id }, header: ifMatch(view.version) } };
  const sure = { publish, discard, retire } as const;
  return {
    edit,
    asked,
    setAsked,
    confirm: () => (asked ? sure[asked].mutateAsync(at) : Promise.resolve()),
    busy: succeed.isPending ? 'succeed' : reinstate.isPending ? 'reinstate' : undefined,
    failure: edit.error ?? succeed.error ?? reinstate.error,
    act: (name: string) => {
      if (name === 'succeed') succeed.mutate({ params: { path: { id: view.id } } });
      else if (name === 'reinstate') reinstate.mutate(at);
      else if (name === 'publish' || name === 'discard' || name === 'retire') setAsked(name);
    },
  };
}
