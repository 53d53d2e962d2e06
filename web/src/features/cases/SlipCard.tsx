import { Link } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { $api } from '@/shared/api/client';
import { PhoneText, TimeText } from '@/shared/components/text';
import { formatRow } from '@/shared/format';
import { useMay } from '@/shared/session/useMe';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import type { Case } from './model';
import { slipTexts } from './slipTexts';
import { caseTexts } from './texts';

/** What was reported, in the customer's words. */
export function SlipCard({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const { slip } = shown;
  return (
    <Card title={t('slip')}>
      <Lacking shown={shown} />
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

/** What the plan requires of the slip and nobody has given yet. */
function Lacking({ shown }: { shown: Case }) {
  const t = slipTexts.useT();
  const word = useCaseWord();
  const may = useMay('file.use');
  const lacks = shown.slip_lacks;
  if (lacks.length === 0) return null;
  const isPhotos = lacks.some(({ field }) => field === 'photos');
  const clauses = [...new Set(lacks.map(({ heading }) => heading))];
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('lacks', { fields: formatRow(lacks.map(({ field }) => word('field', field)), 'words') })}
      description={<>{clauses.map((heading) => t('lacks.by', { heading })).join('')}{isPhotos && t('lacks.photos')}</>}
      action={isPhotos && may && <Button size="small" onClick={() => document.querySelector('#case-files')?.scrollIntoView({ behavior: 'smooth', block: 'center' })}>{t('lacks.add')}</Button>}
    />
  );
}

/** Whose case it is, which need not be the person who called. */
function CustomerFact({ id }: { id: string }) {
  const t = caseTexts.useT();
  const { data } = $api.useQuery('get', '/api/customers/{id}', { params: { path: { id } } }, { enabled: useMay('customer.read'), retry: false });
  if (!data) return null;
  return <><dt>{t('slip.customer')}</dt><dd><Link to={`/customers/${id}` as '/'}>{data.name}</Link></dd></>;
}
