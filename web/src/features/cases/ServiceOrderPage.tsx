import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { $api } from '@/shared/api/client';
import { LoadingPage, ReadProblem } from '@/shared/components/states';
import { useMay, usePublicInfo } from '@/shared/session/useMe';
import type { Case } from './model';
import { OrderLines } from './OrderLines';
import { OrderPromises } from './OrderPromises';
import { OrderSubject } from './OrderSubject';
import styles from './order.module.css';
import { useScaled } from './useScaled';
import { orderTexts } from './orderTexts';

/** The service order on A4: what is known of the case, the promises with their times, and lines for what is written on site. */
export default function ServiceOrderPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = $api.useQuery('get', '/api/cases/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return <Order shown={data} />;
}

function Order({ shown }: { shown: Case }) {
  const t = orderTexts.useT();
  const sheet = useScaled();
  const company = usePublicInfo()?.company;
  const unit = $api.useQuery('get', '/api/units/{id}', { params: { path: { id: shown.unit ?? '' } } }, { enabled: useMay('unit.read') && Boolean(shown.unit), retry: false }).data;
  const customer = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: shown.customer ?? '' } } }, { enabled: useMay('customer.read') && Boolean(shown.customer), retry: false }).data;
  return (
    <>
      <title>{`${t('title')} ${shown.number}`}</title>
      <Space className="jn-no-print" style={{ marginBottom: 16 }}>
        <Link to="/cases/$id" params={{ id: shown.id }}><Button icon={<ArrowLeftOutlined />}>{t('back')}</Button></Link>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => globalThis.print()}>{t('print')}</Button>
      </Space>
      <article ref={sheet} className={styles['sheet']} aria-label={t('title')}>
        <header className={styles['head']}>
          <div>{company}</div>
          <h1>{t('title')}</h1>
          <div>{t('number', { number: shown.number })}</div>
        </header>
        <OrderSubject shown={shown} unit={unit} customer={customer} />
        <OrderPromises shown={shown} />
        <OrderLines shown={shown} />
      </article>
    </>
  );
}
