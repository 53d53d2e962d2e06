import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button, Descriptions, Drawer, Form, Input, Select, Space, Typography } from 'antd';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { keyset, ListPage, useFilters } from '@/shared/components/list';
import { EmptyState, ProblemAlert } from '@/shared/components/states';
import { TimeText } from '@/shared/components/text';
import { formatInstant } from '@/shared/format';
import { auditActionTexts } from './actionTexts';
import { brief, short } from './brief';
import { auditTexts } from './texts';

type Row = components['schemas']['AuditView'] & { id: string };

const KINDS = ['person', 'org_unit', 'settings', 'calendar', 'holidays', 'customer', 'unit', 'product', 'region', 'plan', 'agreement', 'case', 'file'] as const;
/** People named in the filter and in the rows. */
const MOST_PEOPLE = 200;

export default function AuditPage() {
  const t = auditTexts.useT();
  const { filters, setFilters } = useFilters();
  const [shown, setShown] = useState<Row>();
  const names = useNames();
  const query = {
    ...(filters['actor'] && { actor: filters['actor'] }),
    ...(filters['kind'] && filters['subject'] && { kind: filters['kind'], subject: filters['subject'] }),
  };
  const source = $api.useInfiniteQuery('get', '/api/audit', { params: { query } }, {
    ...keyset,
    select: (data) => ({ ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => ({ ...row, id: `${row.chain}-${row.seq}` })) })) }),
  });
  const kind = (row: Row) => {
    const key = `kind.${row.kind}`;
    return auditTexts.has(key) ? t(key) : row.kind;
  };
  const who = (row: Row) => {
    const key = `service.${row.actor}`;
    return names.get(row.actor) ?? (auditTexts.has(key) ? t(key) : t('system', { name: row.actor }));
  };
  return (
    <>
      <ListPage
        list="audit"
        title={t('title')}
        hint={t('hint')}
        actions={<Verify />}
        filters={
          <>
            <Form.Item name="actor" label={t('filter.actor')}>
              <Select allowClear showSearch optionFilterProp="label" style={{ minWidth: 140 }} options={[...names].map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="kind" label={t('filter.kind')}>
              <Select allowClear style={{ minWidth: 120 }} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
            </Form.Item>
            <Form.Item
              name="subject"
              label={t('filter.subject')}
              dependencies={['kind']}
              rules={[({ getFieldValue }) => ({ validator: (_, value) => (Boolean(value) === Boolean(getFieldValue('kind')) ? Promise.resolve() : Promise.reject(new Error(t('filter.pair')))) })]}
            >
              <Input allowClear style={{ width: 180 }} />
            </Form.Item>
          </>
        }
        source={source}
        columns={[
          { title: t('column.at'), render: (_, row) => <TimeText at={row.at} precision="second" /> },
          { title: t('column.actor'), render: (_, row) => who(row) },
          { title: t('column.action'), render: (_, row) => <ActionWord action={row.action} /> },
          { title: t('column.subject'), render: (_, row) => <Space size={6}>{kind(row)}<Typography.Text type="secondary" code>{short(row.subject)}</Typography.Text></Space> },
          { title: t('column.detail'), render: (_, row) => <Typography.Text type="secondary" ellipsis style={{ maxWidth: 360 }}>{row.detail === null ? t('nothing') : brief(row.detail, names)}</Typography.Text> },
          { title: t('column.place'), align: 'right', render: (_, row) => <span style={{ color: 'var(--jn-ink-soft)' }}>{row.chain}·{row.seq}</span> },
        ]}
        card={(row) => (
          <>
            <Space><ActionWord action={row.action} />{!actionWord(row.action).includes(kind(row)) && <span>{kind(row)}</span>}</Space>
            <div style={{ color: 'var(--jn-ink-soft)' }}>{who(row)} · <TimeText at={row.at} /></div>
          </>
        )}
        onOpen={setShown}
        empty={<EmptyState title={t('empty')} />}
        none={<EmptyState title={t('nothingYet')} />}
      />
      <Drawer open={shown !== undefined} size={560} title={t('detail')} onClose={() => setShown(undefined)}>
        {shown && (
          <>
            <Descriptions
              column={1}
              size="small"
              bordered
              items={[
                { key: 'at', label: t('column.at'), children: <TimeText at={shown.at} precision="second" /> },
                { key: 'actor', label: t('column.actor'), children: who(shown) },
                { key: 'action', label: t('column.action'), children: <Space><ActionWord action={shown.action} /><Typography.Text type="secondary" code>{shown.action}</Typography.Text></Space> },
                { key: 'subject', label: t('column.subject'), children: <>{kind(shown)} <Typography.Text copyable code>{shown.subject}</Typography.Text></> },
                { key: 'request', label: t('detail.request'), children: <Typography.Text copyable code>{shown.request}</Typography.Text> },
                { key: 'place', label: t('column.place'), children: t('verify.row', { chain: shown.chain, seq: shown.seq }) },
                { key: 'hash', label: t('detail.hash'), children: <Typography.Text copyable code style={{ wordBreak: 'break-all' }}>{shown.hash}</Typography.Text> },
              ]}
            />
            <pre style={{ margin: '16px 0', padding: 12, overflow: 'auto', background: 'var(--jn-paper)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{JSON.stringify(shown.detail, null, 2)}</pre>
            <Button onClick={() => { setFilters({ kind: shown.kind, subject: shown.subject }); setShown(undefined); }}>{t('onlyThis')}</Button>
          </>
        )}
      </Drawer>
    </>
  );
}

function ActionWord({ action }: { action: string }) {
  auditActionTexts.useT();
  return <span title={action}>{actionWord(action)}</span>;
}

function actionWord(action: string): string {
  return auditActionTexts.has(action) ? auditActionTexts.t(action) : action;
}

function useNames(): ReadonlyMap<string, string> {
  const { data } = $api.useQuery('get', '/api/people', { params: { query: { with_deactivated: true, limit: MOST_PEOPLE } } });
  return new Map(data?.items.map(({ id, name }) => [id, name]));
}

function Verify() {
  const t = auditTexts.useT();
  const [open, setOpen] = useState<'open' | 'closed'>('closed');
  const verdict = $api.useQuery('get', '/api/audit/verdict', {}, { enabled: false, gcTime: 0 });
  const verify = () => {
    setOpen('open');
    void verdict.refetch();
  };
  return (
    <>
      <Button icon={<SafetyCertificateOutlined />} loading={verdict.isFetching} onClick={verify}>{t('verify')}</Button>
      {open === 'open' && !verdict.isFetching && (verdict.data || verdict.error) && (
        <div style={{ flexBasis: '100%' }} role="status">
          <ProblemAlert error={verdict.error} />
          {verdict.data && (
            <Alert
              closable={{ onClose: () => setOpen('closed') }}
              showIcon
              type={verdict.data.intact ? 'success' : 'error'}
              title={verdict.data.intact ? t('verify.intact') : t('verify.broken')}
              description={
                <>
                  {verdict.data.broken.length > 0 && <ul>{verdict.data.broken.map(({ chain, seq }) => <li key={`${chain}-${seq}`}>{t('verify.row', { chain, seq })}</li>)}</ul>}
                  <small>{t('verify.at', { at: formatInstant(verdict.dataUpdatedAt, 'second') })}</small>
                </>
              }
            />
          )}
        </div>
      )}
    </>
  );
}
