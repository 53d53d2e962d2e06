import { PrinterOutlined, StarFilled, StarOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { App, Button, Card } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, problemTitle, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { useMe } from '@/shared/session/useMe';
import { ActDialog } from './actions/ActDialog';
import { CaseActions } from './actions/CaseActions';
import { MergeDialog, OwnerDialog, SplitDialog } from './actions/RelateDialogs';
import { CaseFiles } from './CaseFiles';
import { CaseTags } from './CaseTags';
import { CoverageCard } from './CoverageCard';
import { FactTimeline } from './FactTimeline';
import { isOpen, type ActionName, type Case } from './model';
import { NoteBox } from './NoteBox';
import { ownTexts } from './ownTexts';
import { PeopleCard } from './PeopleCard';
import { Promises } from './Promises';
import { RemedyCard } from './RemedyCard';
import { SlipCard } from './SlipCard';
import styles from './cases.module.css';
import { caseTexts } from './texts';
import { refreshCase } from './useActs';

export default function CasePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  useLive('cases');
  const { data, error, refetch } = $api.useQuery('get', '/api/cases/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Loaded shown={data} />;
}

/** What is being done: an action, with the fact it is about where it corrects one. */
export type Doing = { action: ActionName; event?: string } | { action: 'assign_owner' };

function Loaded({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const own = ownTexts.useT();
  const isCustomer = useMe().roles.includes('customer');
  const narrow = useNarrow();
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const { status } = shown;
  const level = shown.grading?.levels.find(({ id }) => id === status.severity)?.label ?? status.severity;
  return (
    <>
      <PageHeader
        title={shown.number}
        hint={`${shown.slip.name || '—'} · ${shown.plan_title}`}
        tags={
          <>
            <CaseTags phase={status.phase} is_paused={status.paused_for.length > 0} has_complaint={status.has_open_complaint} broken={shown.obligations.filter((row) => row.broken_at && isOpen(row)).length} />
            {level && <StatusTag tone="active">{level}</StatusTag>}
            {status.round > 1 && <StatusTag tone="waiting">{t('round', { count: status.round })}</StatusTag>}
          </>
        }
        actions={
          <>
            <Link to="/cases/$id/order" params={{ id: shown.id }}><Button icon={<PrinterOutlined />}>{isCustomer ? own('order') : t('order')}</Button></Link>
            <Watch shown={shown} />
          </>
        }
      />
      <CaseActions shown={shown} onAct={(action) => setDoing({ action })} />
      <div className={styles['page']}>
        <div className={styles['column']}>
          {/* Who stands before the house wants the address and the telephone, not the history. */}
          {narrow && <SlipCard shown={shown} />}
          <Card title={t('promises')}><Promises shown={shown} /></Card>
          <Card title={t('timeline')}>
            <NoteBox shown={shown} />
            <FactTimeline shown={shown} onCorrect={(action, event) => setDoing({ action, event })} />
          </Card>
        </div>
        <div className={styles['column']}>
          {!narrow && <SlipCard shown={shown} />}
          <RemedyCard shown={shown} />
          <CoverageCard shown={shown} />
          <PeopleCard shown={shown} onAssign={() => setDoing({ action: 'assign_owner' })} />
          <CaseFiles shown={shown} />
        </div>
      </div>
      {doing?.action === 'assign_owner' && <OwnerDialog shown={shown} onClose={done} />}
      {doing?.action === 'merge' && <MergeDialog shown={shown} onClose={done} />}
      {doing?.action === 'split' && <SplitDialog shown={shown} onClose={done} />}
      {doing && doing.action !== 'assign_owner' && doing.action !== 'merge' && doing.action !== 'split' && (
        <ActDialog key={doing.action} shown={shown} action={doing.action} {...('event' in doing && doing.event !== undefined && { event: doing.event })} onClose={done} />
      )}
    </>
  );
}

function Watch({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const me = useMe();
  const isWatching = shown.watchers.includes(me.id);
  const { message } = App.useApp();
  const changed = { onSuccess: () => refreshCase(shown.id), onError: (error: unknown) => void message.error(problemTitle(error)) };
  const watch = $api.useMutation('put', '/api/cases/{id}/watch', changed);
  const unwatch = $api.useMutation('delete', '/api/cases/{id}/watch', changed);
  const target = { params: { path: { id: shown.id } } };
  return isWatching
    ? <Button icon={<StarFilled style={{ color: 'var(--jn-accent)' }} />} loading={unwatch.isPending} onClick={() => unwatch.mutate(target)}>{t('unwatch')}</Button>
    : <Button icon={<StarOutlined />} loading={watch.isPending} onClick={() => watch.mutate(target)}>{t('watch')}</Button>;
}
