import { Button, Card, Col, Row, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { ApiProblem } from '@/shared/api/problem';
import { ActionButtons, ConfirmDialog } from '@/shared/components/actions';
import { ListPage } from '@/shared/components/list';
import { PageHeader } from '@/shared/components/PageHeader';
import { Arithmetic, Because, PromiseBar } from '@/shared/components/promise';
import { EvidenceList, Timeline, UploadBox } from '@/shared/components/record';
import { EmptyState, ProblemAlert } from '@/shared/components/states';
import { StatusTag } from '@/shared/components/StatusTag';
import { MoneyText, PhoneText, TimeText } from '@/shared/components/text';
import { evidence, facts, promises, reasons, spans } from './samples';
import { galleryTexts } from './texts';

const refusal = new ApiProblem(409, {
  type: 'about:blank',
  status: 409,
  instance: '0198',
  title: '还不能关单：请先让客户在手机上签字，或上传已签的服务单。',
  clauses: [{ id: 'c1', heading: '以客户签字为准' }],
});

const ACTIONS = [
  { name: '登记到场', allowed: true },
  { name: '暂停计时', allowed: true },
  { name: '改派', allowed: true },
  { name: '关单', allowed: false, because: '客户尚未签字验收' },
  { name: '作废', allowed: true },
];

export default function GalleryPage() {
  const t = galleryTexts.useT();
  const [asks, setAsks] = useState<'open' | 'closed'>('closed');
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={<Button type="primary">新建服务单</Button>} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14}>
          <Card title="承诺">{promises.map((promise) => <PromiseBar key={`${promise.heading} ${promise.used_ms}`} promise={promise} explain={<Arithmetic spans={spans} />} />)}</Card>
        </Col>
        <Col xs={24} xl={10}>
          <Stack>
            <Card title="怎么算的"><Because reasons={reasons} heading={() => '工程师到场'} /><Arithmetic spans={spans} /></Card>
            <Card title="操作">
              <ActionButtons actions={ACTIONS} label={(name) => name} danger={['作废']} onAct={() => setAsks('open')} />
              <ConfirmDialog open={asks === 'open'} title="作废服务单？" text="作废后不能恢复，已开始的承诺全部取消。" okText="作废" look="danger" reasonLabel="原因" onOk={() => Promise.reject(refusal)} onClose={() => setAsks('closed')} />
            </Card>
            <Card title="状态与数字">
              <Space wrap>
                <StatusTag tone="active">处理中</StatusTag>
                <StatusTag tone="waiting">待受理</StatusTag>
                <StatusTag tone="done">已关单</StatusTag>
                <StatusTag tone="alert">投诉</StatusTag>
                <StatusTag tone="off">已作废</StatusTag>
                <TimeText at="2026-11-22T14:05:00+08:00" />
                <MoneyText fen={123450} />
                <PhoneText phone="13800138000" />
                <PhoneText phone="138****8000" />
              </Space>
            </Card>
            <ProblemAlert error={refusal} onRetry={() => undefined} />
            <ProblemAlert error={new ApiProblem(0, undefined)} />
          </Stack>
        </Col>
        <Col xs={24} xl={14}><Card title="经过"><Timeline facts={facts} /></Card></Col>
        <Col xs={24} xl={10}>
          <Stack>
            <Card title="证据"><EvidenceList items={evidence} /></Card>
            <Card title="上传"><UploadBox to="/api/files" accept="image/*" /></Card>
            <Card><EmptyState title="还没有服务单" hint="接到电话后按 c 新建；客户扫码报修的会自动出现在这里。" action={<Button type="primary">新建服务单</Button>} /></Card>
          </Stack>
        </Col>
        <Col span={24}><SampleList /></Col>
      </Row>
    </>
  );
}

function Stack({ children }: { children: ReactNode }) {
  return <div style={{ display: 'grid', gap: 16 }}>{children}</div>;
}

const rows = promises.map((promise, index) => ({ id: `cs_${index}`, number: `FW-20261122-${String(index + 1).padStart(4, '0')}`, customer: '云杉实验中学', unit: 'P2.5 室内大屏 · 三号楼报告厅', promise }));

function SampleList() {
  return (
    <ListPage
      title="服务单"
      exportHref="/favicon.svg"
      actions={<Button type="primary">新建服务单</Button>}
      source={{ data: { pages: [{ items: rows, next: 'x' }], pageParams: [] }, error: null, isPending: false, isFetching: false, hasNextPage: true, isFetchingNextPage: false, fetchNextPage: () => undefined, refetch: () => undefined }}
      columns={[
        { title: '单号', dataIndex: 'number' },
        { title: '客户', dataIndex: 'customer' },
        { title: '设备', dataIndex: 'unit' },
        { title: '最近到期的承诺', width: 320, render: (_, row) => <PromiseBar size="row" promise={row.promise} /> },
      ]}
      card={(row) => (
        <div style={{ display: 'grid', gap: 6 }}>
          <strong>{row.number} · {row.customer}</strong>
          <span>{row.unit}</span>
          <PromiseBar size="row" promise={row.promise} />
        </div>
      )}
      onOpen={() => undefined}
    />
  );
}
