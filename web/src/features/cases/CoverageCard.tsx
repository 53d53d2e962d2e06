import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { $api } from '@/shared/api/client';
import { useMay } from '@/shared/session/useMe';
import { useCaseWord } from './caseWordTexts';
import styles from './cases.module.css';
import type { Case } from './model';
import { caseTexts } from './texts';

/** What the case is about, under which plan, and what the limits depend on. */
export function CoverageCard({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const { context } = shown;
  const lines: [string, string | null | undefined][] = [
    [t('coverage.standing'), context.standing && word('standing', context.standing)],
    [t('coverage.cause'), context.cause && word('cause', context.cause)],
    [t('coverage.plan'), shown.plan_title],
    [t('coverage.severity'), shown.grading?.levels.find(({ id }) => id === context.severity)?.label ?? context.severity],
    [t('coverage.level'), context.service_level],
    [t('coverage.region'), context.region],
    [t('coverage.question'), context.question],
  ];
  return (
    <Card title={t('coverage')}>
      {shown.unit ? <UnitFacts id={shown.unit} /> : <p className={styles['soft']} style={{ marginBottom: 8 }}>{t('coverage.none')}</p>}
      <dl className={styles['facts']}>
        {lines.filter(([, value]) => value).map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>
        ))}
      </dl>
    </Card>
  );
}

function UnitFacts({ id }: { id: string }) {
  const t = caseTexts.useT();
  const { data } = $api.useQuery('get', '/api/units/{id}', { params: { path: { id } } }, { enabled: useMay('unit.read') });
  if (!data) return null;
  return (
    <dl className={styles['facts']} style={{ marginBottom: 6 }}>
      <dt>{t('coverage.unit')}</dt><dd><Link to={`/units/${id}` as '/'}>{data.product_name} {data.model}</Link></dd>
      <dt>{t('coverage.serial')}</dt><dd>{data.serial || data.number}</dd>
      <dt>{t('coverage.warranty')}</dt><dd>{data.warranty_ends_on ?? '—'}</dd>
    </dl>
  );
}
