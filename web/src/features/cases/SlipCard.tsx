import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { $api } from '@/shared/api/client';
import { PhoneText, TimeText } from '@/shared/components/text';
import { useMay } from '@/shared/session/useMe';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import type { Case } from './model';
import { caseTexts } from './texts';

/** What was reported, in the customer's words. */
export function SlipCard({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const { slip } = shown;
  return (
    <Card title={t('slip')}>
      <dl className={styles['facts']}>
        <dt>{t('slip.content')}</dt><dd><strong>{slip.content}</strong></dd>
        {slip.wishes && <><dt>{t('slip.wishes')}</dt><dd>{slip.wishes}</dd></>}
        {shown.customer && <CustomerFact id={shown.customer} />}
        <dt>{t('slip.name')}</dt><dd>{slip.name || '—'}</dd>
        <dt>{t('slip.phone')}</dt><dd>{slip.phone ? <PhoneText phone={slip.phone} /> : '—'}</dd>
        <dt>{t('slip.address')}</dt><dd>{slip.address || '—'}</dd>
        <dt>{t('slip.channel')}</dt><dd>{word('channel', shown.channel)}</dd>
        <dt>{t('slip.at')}</dt><dd><TimeText at={shown.reported_at} /></dd>
      </dl>
    </Card>
  );
}

/** Whose case it is, which need not be the person who called. */
function CustomerFact({ id }: { id: string }) {
  const t = caseTexts.useT();
  const { data } = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id } } }, { enabled: useMay('customer.read'), retry: false });
  if (!data) return null;
  return <><dt>{t('slip.customer')}</dt><dd><Link to={`/customers/${id}` as '/'}>{data.name}</Link></dd></>;
}
