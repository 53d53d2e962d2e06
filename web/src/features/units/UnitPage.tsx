import { useParams, useRouter } from '@tanstack/react-router';
import { Button, Card, Col, Descriptions, Row, Space } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { useLive } from '@/shared/api/live';
import type { components } from '@/shared/api/schema';
import { ActionButtons, ConfirmDialog } from '@/shared/components/actions';
import { UnitDuties } from '@/shared/components/duties';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatFen, formatRow } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { AgreementsCard } from './AgreementsCard';
import { Archive } from './Archive';
import { Components } from './Components';
import { Coverage } from './Coverage';
import { DATE_KINDS } from './dates';
import { Decisions } from './Decisions';
import { History } from './History';
import { unitTexts } from './texts';
import { UnitDrawer, unitsChanged } from './UnitDrawer';
import { WarrantyCard } from './WarrantyCard';

type Whole = components['schemas']['UnitWhole'];

export default function UnitPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  useLive('units');
  const { data, error, refetch } = $api.useQuery('get', '/api/units/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Loaded unit={data} />;
}

function Loaded({ unit }: { unit: Whole }) {
  const t = unitTexts.useT();
  const router = useRouter();
  const mayAsk = useMay('entitlement.read');
  const mayCases = useMay('case.read');
  const mayReport = useMay('case.report');
  const [dialog, setDialog] = useState<'change' | 'retire' | 'none'>('none');
  const { data: card, error } = $api.useQuery('get', '/api/units/{id}/warranty', { params: { path: { id: unit.id } } });
  const params = { path: { id: unit.id }, header: ifMatch(unit.version) };
  const retire = $api.useMutation('post', '/api/units/{id}/retire', { onSuccess: unitsChanged });
  const restore = $api.useMutation('post', '/api/units/{id}/restore', { onSuccess: unitsChanged });
  const act = (name: string) => {
    if (name === 'restore') restore.mutate({ params });
    else setDialog(name as 'change' | 'retire');
  };
  const shown = unit.actions.filter(({ name }) => (unit.retired_at ? name === 'restore' : name === 'change' || name === 'retire'));
  return (
    <>
      <PageHeader
        title={`${unit.model} · ${unit.serial}`}
        hint={`${unit.number} · ${unit.product_name}`}
        tags={unit.retired_at && <StatusTag tone="off">{t('retired')}</StatusTag>}
        actions={
          <Space wrap>
            {mayCases && <Button onClick={() => router.history.push(`/cases?unit=${unit.id}`)}>{t('cases')}</Button>}
            {mayReport && !unit.retired_at && <Button onClick={() => router.history.push(`/cases/new?unit=${unit.id}`)}>{t('newCase')}</Button>}
            <ActionButtons actions={shown} label={(name) => t(`action.${name}` as 'action.change')} onAct={act} danger={['retire']} />
          </Space>
        }
      />
      <ProblemAlert error={restore.error ?? error} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14}>
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            {card && <WarrantyCard unit={unit} card={card} />}
            {mayAsk && card?.said && <Coverage unit={unit} />}
            {mayAsk && card?.said && <div className="jn-no-print"><Decisions unit={unit.id} /></div>}
            <div className="jn-no-print"><UnitDuties unit={unit.id} /></div>
            <Archive unit={unit} />
          </Space>
        </Col>
        <Col xs={24} xl={10} className="jn-no-print">
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            <Facts unit={unit} />
            <AgreementsCard unit={unit} />
            <Components unit={unit} />
            {card && <History items={card.history} />}
          </Space>
        </Col>
      </Row>
      {dialog === 'change' && <UnitDrawer unit={unit} onClose={() => setDialog('none')} />}
      <ConfirmDialog
        open={dialog === 'retire'}
        title={t('action.retire')}
        text={t('retire.text', { serial: unit.serial })}
        okText={t('action.retire')}
        look="danger"
        onOk={() => retire.mutateAsync({ params })}
        onClose={() => setDialog('none')}
      />
    </>
  );
}

function Facts({ unit }: { unit: Whole }) {
  const t = unitTexts.useT();
  const router = useRouter();
  const dates = unit.dates as Record<string, string>;
  const customer = `/customers/${unit.customer}`;
  return (
    <Card title={t('facts')}>
      <Descriptions column={1} size="small" colon={false} styles={{ label: { width: 128 } }}>
        <Descriptions.Item label={t('field.customer')}><a href={customer} onClick={(event) => { event.preventDefault(); router.history.push(customer); }}>{unit.customer_name}</a></Descriptions.Item>
        <Descriptions.Item label={t('field.site')}>{[unit.site_name, unit.place].filter(Boolean).join(' · ') || t('none')}</Descriptions.Item>
        {DATE_KINDS.filter((kind) => dates[kind]).map((kind) => <Descriptions.Item key={kind} label={t(`date.${kind}`)}>{dates[kind]}</Descriptions.Item>)}
        <Descriptions.Item label={t('field.card')}>{t(`paper.${unit.card}`)}</Descriptions.Item>
        <Descriptions.Item label={t('field.proof')}>{t(`paper.${unit.proof}`)}</Descriptions.Item>
        <Descriptions.Item label={t('field.territory')}>{t(`territory.${unit.territory}`)}</Descriptions.Item>
        {typeof unit.usage_amount === 'number' && <Descriptions.Item label={t('field.usage')}>{unit.usage_amount}</Descriptions.Item>}
        {typeof unit.price_fen === 'number' && <Descriptions.Item label={t('field.price')}>{formatFen(unit.price_fen)}</Descriptions.Item>}
        {unit.repairs.length > 0 && <Descriptions.Item label={t('repairs')}>{formatRow(unit.repairs.map(({ from, to }) => t('repair', { from, to })), 'sentences')}</Descriptions.Item>}
        {unit.note && <Descriptions.Item label={t('field.note')}><span style={{ whiteSpace: 'pre-wrap' }}>{unit.note}</span></Descriptions.Item>}
      </Descriptions>
    </Card>
  );
}
