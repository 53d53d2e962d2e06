import { Link } from '@tanstack/react-router';
import { Button, Card, Skeleton } from 'antd';
import { $api } from '@/shared/api/client';
import { keyset } from '@/shared/components/list';
import { ProblemAlert } from '@/shared/components/states';
import { WarrantyDays } from '@/shared/components/WarrantyLine';
import { useMay } from '@/shared/session/useMe';
import styles from './agreements.module.css';
import type { Agreement } from './model';
import { agreementTexts } from './texts';

/** The units and sites an agreement is about. */
export function UnitsCard({ agreement }: { agreement: Agreement }) {
  const t = agreementTexts.useT();
  const mayChange = agreement.actions.some(({ name, allowed }) => name === 'change' && allowed);
  const source = $api.useInfiniteQuery('get', '/api/units', { params: { query: { agreement: agreement.id, with_retired: true, limit: 20 } } }, { ...keyset, enabled: useMay('unit.read') });
  const whole = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id: agreement.customer } } }, { enabled: useMay('customer.read') && agreement.sites.length > 0 });
  const units = source.data?.pages.flatMap((page) => page.items) ?? [];
  const sites = (whole.data?.sites ?? []).filter((site) => agreement.sites.includes(site.id));
  return (
    <>
      <Card title={t('units')} extra={t('units.count', { count: agreement.units.length })}>
        <ProblemAlert error={source.error} />
        {source.isLoading && <Skeleton active title={false} />}
        {source.data && units.length === 0 && <p className={styles['soft']}>{t(mayChange ? 'units.empty' : 'units.empty.read')}</p>}
        <ul className={styles['rows']}>
          {units.map((unit) => (
            <li key={unit.id}>
              <span className={styles['name']}>
                <Link to="/units/$id" params={{ id: unit.id }}>{unit.product_name} {unit.model}</Link>
                <small>{[unit.serial, unit.site_name, unit.place].filter(Boolean).join(' · ')}</small>
              </span>
              <small className={styles['soft']}><WarrantyDays said={unit.warranty} /></small>
            </li>
          ))}
        </ul>
        {source.hasNextPage && <Button style={{ marginTop: 12 }} loading={source.isFetchingNextPage} onClick={() => void source.fetchNextPage()}>{t('units.more')}</Button>}
      </Card>
      {sites.length > 0 && (
        <Card title={t('sites')}>
          <ul className={styles['rows']}>{sites.map((site) => <li key={site.id}><span>{site.name}</span><small className={styles['soft']}>{site.address}</small></li>)}</ul>
        </Card>
      )}
    </>
  );
}
