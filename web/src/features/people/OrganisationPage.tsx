import { TeamOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import { Button, Card, Form, Input, Modal, Segmented, Space, Tree, TreeSelect } from 'antd';
import { useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import { useLive } from '@/shared/api/live';
import { ConfirmDialog } from '@/shared/components/actions';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { useMay } from '@/shared/session/useMe';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { orgQuery, treeOf, type Place } from './places';
import { peopleTexts } from './texts';

type Dialog = { kind: 'add' | 'change' | 'close'; place: Place } | undefined;

function changed() {
  return queryClient.invalidateQueries({ queryKey: orgQuery.queryKey });
}

function at(place: Place) {
  return { params: { path: { id: place.id }, header: ifMatch(place.version) } };
}

export default function OrganisationPage() {
  const t = peopleTexts.useT();
  useLive('org');
  const mayEdit = useMay('org.edit');
  const { data, error, refetch } = $api.useQuery('get', '/api/org');
  const [dialog, setDialog] = useState<Dialog>();
  const reopen = $api.useMutation('post', '/api/org/{id}/reopen', { onSuccess: changed });
  const close = $api.useMutation('post', '/api/org/{id}/close', { onSuccess: changed });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const done = () => setDialog(undefined);
  const fresh = (opened: Place) => data.items.find(({ id }) => id === opened.id) ?? opened;
  return (
    <>
      <PageHeader title={t('org.title')} hint={t('org.hint')} actions={<Link to="/people"><Button icon={<TeamOutlined />}>{t('org.people')}</Button></Link>} />
      <ProblemAlert error={reopen.error} />
      <Card style={{ maxWidth: 880 }} title={t('org.count', { count: data.items.length })}>
        {data.items.length === 0 ? <EmptyState title={t('org.empty')} /> : (
          <Tree
            blockNode
            defaultExpandAll
            selectable={false}
            showLine
            treeData={treeOf(data.items)}
            titleRender={({ place }) => (
              <Row place={place} mayEdit={mayEdit} onAct={(kind) => (kind === 'reopen' ? reopen.mutate(at(place)) : setDialog({ kind, place }))} />
            )}
          />
        )}
      </Card>
      {dialog?.kind === 'add' && <AddPlace parent={dialog.place} onClose={done} />}
      {dialog?.kind === 'change' && <ChangePlace place={fresh(dialog.place)} places={data.items} onClose={done} />}
      <ConfirmDialog
        open={dialog?.kind === 'close'}
        title={t('org.close')}
        text={t('org.closeText', { name: dialog?.place.name ?? '' })}
        okText={t('org.close')}
        onOk={async () => dialog && close.mutateAsync(at(fresh(dialog.place)))}
        onClose={done}
      />
    </>
  );
}

function Row({ place, mayEdit, onAct }: { place: Place; mayEdit: boolean; onAct: (kind: 'add' | 'change' | 'close' | 'reopen') => void }) {
  const t = peopleTexts.useT();
  const sought = useLocation({ select: (location) => location.hash });
  const may = (name: string) => place.actions.some((action) => action.name === name && action.allowed);
  const button = (kind: 'add' | 'change' | 'close' | 'reopen', text: string) => <Button type="link" size="small" aria-label={`${text}：${place.name}`} onClick={() => onAct(kind)}>{text}</Button>;
  return (
    <Space wrap size={[8, 0]} style={{ width: '100%', padding: '4px 0' }}>
      <strong style={{ fontWeight: place.closed ? 400 : 600 }}>{place.id === sought ? <mark>{place.name}</mark> : place.name}</strong>
      <span style={{ color: 'var(--jn-ink-soft)' }}>{t(`org.kind.${place.kind}` as 'org.kind.branch')}</span>
      {place.closed && <StatusTag tone="off">{t('org.closed')}</StatusTag>}
      {mayEdit && !place.closed && place.kind !== 'outlet' && button('add', t('org.add'))}
      {may('change') && !place.closed && button('change', t('org.rename'))}
      {may('close') && button('close', t('org.close'))}
      {may('reopen') && button('reopen', t('org.reopen'))}
    </Space>
  );
}

function AddPlace({ parent, onClose }: { parent: Place; onClose: () => void }) {
  const t = peopleTexts.useT();
  const keys = useCreateKeys();
  const [form] = Form.useForm<{ kind: 'branch' | 'outlet'; name: string }>();
  const create = $api.useMutation('post', '/api/org', {
    onSuccess: () => {
      onClose();
      return changed();
    },
  });
  const rest = useFieldProblems(form, create.error);
  return (
    <Modal open title={t('org.addTitle', { name: parent.name })} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: create.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      <Form form={form} layout="vertical" initialValues={{ kind: 'branch' }} onFinish={(values) => create.mutate({ params: { header: keys.of(values) }, body: { ...values, parent: parent.id } })}>
        <Form.Item name="kind" label={t('org.kind')}>
          <Segmented options={[{ value: 'branch', label: t('org.kind.branch') }, { value: 'outlet', label: t('org.kind.outlet') }]} />
        </Form.Item>
        <Form.Item name="name" label={t('org.name')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input maxLength={50} /></Form.Item>
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}

function ChangePlace({ place, places, onClose }: { place: Place; places: readonly Place[]; onClose: () => void }) {
  const t = peopleTexts.useT();
  const [form] = Form.useForm<{ name: string; parent?: string }>();
  const change = $api.useMutation('put', '/api/org/{id}', {
    onSuccess: () => {
      onClose();
      return changed();
    },
  });
  const version = useOpenedVersion(place, change.error);
  const rest = useFieldProblems(form, change.error);
  const above = places.filter(({ id, kind }) => id !== place.id && kind !== 'outlet');
  return (
    <Modal open title={t('org.changeTitle', { name: place.name })} okText={t('save')} cancelText={t('cancel')} okButtonProps={{ loading: change.isPending }} onOk={() => form.submit()} onCancel={onClose} width={440}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: place.name, parent: place.parent }}
        onFinish={({ name, parent }) => change.mutate({ params: { path: { id: place.id }, header: ifMatch(version()) }, body: { name, parent: parent ?? null } })}
      >
        <Form.Item name="name" label={t('org.name')} rules={[{ required: true, whitespace: true, message: t('missing') }]}><Input maxLength={50} /></Form.Item>
        {place.parent && <Form.Item name="parent" label={t('org.parent')}><TreeSelect treeData={treeOf(above)} treeDefaultExpandAll /></Form.Item>}
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
