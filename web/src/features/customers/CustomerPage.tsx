import { PlusOutlined } from '@ant-design/icons';
import { useParams, useRouter } from '@tanstack/react-router';
import { Button, Card, Col, Descriptions, List, Row, Space } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { ActionButtons, ConfirmDialog } from '@/shared/components/actions';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { Parts, PhoneText, TimeText } from '@/shared/components/text';
import { WarrantyDays } from '@/shared/components/WarrantyLine';
import { formatNamed } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { CustomerDrawer, customersChanged } from './CustomerDrawer';
import { ContactDialog, SiteDialog } from './PartDialogs';
import { customerTexts } from './texts';

type Whole = components['schemas']['CustomerWhole'];
type Site = components['schemas']['SiteView'];
type Contact = components['schemas']['ContactView'];

export default function CustomerPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  useLive('customers');
  const { data, error, refetch } = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Loaded customer={data} />;
}

function Loaded({ customer }: { customer: Whole }) {
  const t = customerTexts.useT();
  const router = useRouter();
  const mayCases = useMay('case.read');
  const mayPlaces = useMay('org.read');
  const [dialog, setDialog] = useState<'change' | 'archive' | 'none'>('none');
  const params = { path: { id: customer.id }, header: ifMatch(customer.version) };
  const archive = $api.useMutation('post', '/api/customers/{id}/archive', { onSuccess: customersChanged });
  const restore = $api.useMutation('post', '/api/customers/{id}/restore', { onSuccess: customersChanged });
  const places = $api.useQuery('get', '/api/org', {}, { enabled: mayPlaces }).data?.items ?? [];
  const may = customer.actions.some(({ name, allowed }) => name === 'change' && allowed);
  const act = (name: string) => {
    if (name === 'restore') restore.mutate({ params });
    else setDialog(name as 'change' | 'archive');
  };
  const shown = customer.actions.filter(({ name }) => (customer.archived_at ? name === 'restore' : name !== 'restore'));
  return (
    <>
      <PageHeader
        title={customer.name}
        hint={`${customer.number} · ${t(`kind.${customer.kind}`)}`}
        tags={customer.archived_at && <StatusTag tone="off">{t('archived')}</StatusTag>}
        actions={
          <Space wrap>
            {mayCases && <Button onClick={() => router.history.push(`/cases?customer=${customer.id}`)}>{t('cases')}</Button>}
            <ActionButtons actions={shown} label={(name) => t(`action.${name}` as 'action.change')} onAct={act} danger={['archive']} />
          </Space>
        }
      />
      <ProblemAlert error={restore.error} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={9}>
          <Card>
            <Descriptions column={1} size="small" colon={false} styles={{ label: { width: 128 } }}>
              <Descriptions.Item label={t('field.phone')}>{customer.phone ? <PhoneText phone={customer.phone} /> : '—'}</Descriptions.Item>
              <Descriptions.Item label={t('field.mail')}>{customer.mail ?? '—'}</Descriptions.Item>
              {customer.kind === 'organisation' && <Descriptions.Item label={t('field.uscc')}>{customer.uscc ?? '—'}</Descriptions.Item>}
              {mayPlaces && <Descriptions.Item label={t('field.branch')}>{places.find(({ id }) => id === customer.branch)?.name ?? '—'}</Descriptions.Item>}
              <Descriptions.Item label={t('column.since')}><TimeText at={customer.created_at} /></Descriptions.Item>
              {customer.note && <Descriptions.Item label={t('field.note')}><span style={{ whiteSpace: 'pre-wrap' }}>{customer.note}</span></Descriptions.Item>}
            </Descriptions>
          </Card>
        </Col>
        <Col xs={24} lg={15}>
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            <Sites customer={customer} may={may} />
            <Contacts customer={customer} may={may} />
            <Units customer={customer.id} />
            <Agreements customer={customer.id} />
          </Space>
        </Col>
      </Row>
      {dialog === 'change' && <CustomerDrawer customer={customer} onClose={() => setDialog('none')} />}
      <ConfirmDialog
        open={dialog === 'archive'}
        title={t('action.archive')}
        text={t('archive.text', { name: customer.name })}
        okText={t('action.archive')}
        look="danger"
        onOk={() => archive.mutateAsync({ params })}
        onClose={() => setDialog('none')}
      />
    </>
  );
}

/** The same part as the page shows it now: it may have been changed while the dialog is open. */
function fresh<Part extends { id: string }>(parts: readonly Part[], opened: Part): Part {
  return parts.find(({ id }) => id === opened.id) ?? opened;
}

type PartDialog<Part> = { kind: 'add' } | { kind: 'change' | 'remove'; part: Part } | undefined;

function Sites({ customer, may }: { customer: Whole; may: boolean }) {
  const t = customerTexts.useT();
  const [dialog, setDialog] = useState<PartDialog<Site>>();
  const regions = $api.useQuery('get', '/api/regions', {}, { enabled: useMay('region.read') }).data ?? [];
  const remove = $api.useMutation('delete', '/api/sites/{id}', { onSuccess: customersChanged });
  const done = () => setDialog(undefined);
  const where = (site: Site) => [site.address, regions.find(({ key }) => key === site.region)?.label, typeof site.distance_km === 'number' ? `${site.distance_km} km` : undefined].filter(Boolean).join(' · ');
  return (
    <Card title={t('sites')} extra={may && <Button type="text" icon={<PlusOutlined />} onClick={() => setDialog({ kind: 'add' })}>{t('site.add')}</Button>}>
      <List
        dataSource={customer.sites}
        locale={{ emptyText: t('sites.empty') }}
        renderItem={(site) => (
          <List.Item actions={may ? partActions(t, site.name, (kind) => setDialog({ kind, part: site })) : []}>
            <List.Item.Meta title={site.name} description={where(site)} />
          </List.Item>
        )}
      />
      {dialog?.kind === 'add' && <SiteDialog customer={customer.id} onClose={done} />}
      {dialog?.kind === 'change' && <SiteDialog customer={customer.id} part={fresh(customer.sites, dialog.part)} onClose={done} />}
      <ConfirmDialog
        open={dialog?.kind === 'remove'}
        title={t('site.remove')}
        text={t('site.removeText', { name: dialog?.kind === 'remove' ? dialog.part.name : '' })}
        okText={t('remove')}
        look="danger"
        onOk={async () => dialog?.kind === 'remove' && remove.mutateAsync({ params: { path: { id: dialog.part.id }, header: ifMatch(fresh(customer.sites, dialog.part).version) } })}
        onClose={done}
      />
    </Card>
  );
}

function Contacts({ customer, may }: { customer: Whole; may: boolean }) {
  const t = customerTexts.useT();
  const [dialog, setDialog] = useState<PartDialog<Contact>>();
  const remove = $api.useMutation('delete', '/api/contacts/{id}', { onSuccess: customersChanged });
  const done = () => setDialog(undefined);
  return (
    <Card title={t('contacts')} extra={may && <Button type="text" icon={<PlusOutlined />} onClick={() => setDialog({ kind: 'add' })}>{t('contact.add')}</Button>}>
      <List
        dataSource={customer.contacts}
        locale={{ emptyText: t('contacts.empty') }}
        renderItem={(contact) => (
          <List.Item actions={may ? partActions(t, contact.name, (kind) => setDialog({ kind, part: contact })) : []}>
            <List.Item.Meta
              title={<Space>{contact.name}<span style={{ color: 'var(--jn-ink-soft)', fontWeight: 400 }}>{contact.duty}</span></Space>}
              description={<Space size={12} wrap>{contact.phone && <PhoneText phone={contact.phone} />}{contact.mail}</Space>}
            />
          </List.Item>
        )}
      />
      {dialog?.kind === 'add' && <ContactDialog customer={customer.id} onClose={done} />}
      {dialog?.kind === 'change' && <ContactDialog customer={customer.id} part={fresh(customer.contacts, dialog.part)} onClose={done} />}
      <ConfirmDialog
        open={dialog?.kind === 'remove'}
        title={t('contact.remove')}
        text={t('contact.removeText', { name: dialog?.kind === 'remove' ? dialog.part.name : '' })}
        okText={t('remove')}
        look="danger"
        onOk={async () => dialog?.kind === 'remove' && remove.mutateAsync({ params: { path: { id: dialog.part.id }, header: ifMatch(fresh(customer.contacts, dialog.part).version) } })}
        onClose={done}
      />
    </Card>
  );
}

function partActions(t: ReturnType<typeof customerTexts.useT>, name: string, onAct: (kind: 'change' | 'remove') => void) {
  return [
    <Button key="change" type="link" size="small" aria-label={formatNamed(t('edit'), name)} onClick={() => onAct('change')}>{t('edit')}</Button>,
    <Button key="remove" type="link" size="small" danger aria-label={formatNamed(t('remove'), name)} onClick={() => onAct('remove')}>{t('remove')}</Button>,
  ];
}

/** The units are another capability's: shown here as links only. */
function Units({ customer }: { customer: string }) {
  const t = customerTexts.useT();
  const router = useRouter();
  const may = useMay('unit.read');
  const { data } = $api.useQuery('get', '/api/units', { params: { query: { customer, limit: 5 } } }, { enabled: may });
  if (!may) return null;
  return (
    <Card title={t('units')} extra={data?.next && <Button type="link" onClick={() => router.history.push(`/units?customer=${customer}`)}>{t('units.all')}</Button>}>
      <List
        dataSource={data?.items ?? []}
        loading={!data}
        locale={{ emptyText: t('units.empty') }}
        renderItem={(unit) => (
          <List.Item>
            <List.Item.Meta
              title={<a href={`/units/${unit.id}`} onClick={(event) => { event.preventDefault(); router.history.push(`/units/${unit.id}`); }}>{unit.model} · {unit.serial}</a>}
              description={<Parts parts={[unit.number, unit.site_name, unit.place, <WarrantyDays key="warranty" said={unit.warranty} />]} />}
            />
          </List.Item>
        )}
      />
    </Card>
  );
}

/** What they signed: another capability's too, shown here as links. */
function Agreements({ customer }: { customer: string }) {
  const t = customerTexts.useT();
  const router = useRouter();
  const may = useMay('agreement.read');
  const maySign = useMay('agreement.edit');
  const { data } = $api.useQuery('get', '/api/agreements', { params: { query: { customer, limit: 5 } } }, { enabled: may });
  if (!may) return null;
  return (
    <Card
      title={t('agreements')}
      extra={
        <Space>
          {data?.next && <Button type="link" onClick={() => router.history.push(`/agreements?customer=${customer}`)}>{t('agreements.all')}</Button>}
          {maySign && <Button type="text" icon={<PlusOutlined />} onClick={() => router.history.push(`/agreements/new?customer=${customer}`)}>{t('agreements.add')}</Button>}
        </Space>
      }
    >
      <List
        dataSource={data?.items ?? []}
        loading={!data}
        locale={{ emptyText: t('agreements.empty') }}
        renderItem={(one) => (
          <List.Item>
            <List.Item.Meta
              title={<a href={`/agreements/${one.id}`} onClick={(event) => { event.preventDefault(); router.history.push(`/agreements/${one.id}`); }}>{one.title}</a>}
              description={<Parts parts={[one.number, one.plan_title, one.ends_on && t('agreement.until', { day: one.ends_on })]} />}
            />
          </List.Item>
        )}
      />
    </Card>
  );
}
