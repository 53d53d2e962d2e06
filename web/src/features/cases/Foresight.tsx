import { Link } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { PromiseBar } from '@/shared/components/promise';
import { TimeText } from '@/shared/components/text';
import { CaseTags } from './CaseTags';
import styles from './cases.module.css';
import type { Intake, IntakePlan } from './intake';
import { clockOf } from './model';
import { caseTexts } from './texts';

/** Cases of the same unit that are still open: the fault may be on record already. */
export function Duplicates({ open }: { open: Intake['open'] }) {
  const t = caseTexts.useT();
  if (open.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('intake.duplicate', { count: open.length })}
      description={
        <>
          <p>{t('intake.duplicateHint')}</p>
          <ul className={styles['tasks']} style={{ marginBlock: 8 }}>
            {open.map((row) => (
              <li key={row.id}>
                <Link to="/cases/$id" params={{ id: row.id }} className={styles['task'] ?? ''}>
                  <span className={styles['taskHead']}><strong>{row.number}</strong><CaseTags {...row} /><TimeText at={row.reported_at} as="short" /></span>
                  <span className={styles['excerpt']}>{row.content}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

/** What the company will owe from the moment the case is opened. */
export function Foresight({ plan }: { plan: IntakePlan }) {
  const t = caseTexts.useT();
  return (
    <Card title={t('intake.foresee')}>
      <p className={styles['soft']} style={{ marginBottom: 12 }}>{plan.promises.length > 0 ? t('intake.foreseeHint') : t('intake.foreseeNone')}</p>
      <div className={styles['promises']}>
        {plan.promises.map((promise) => <PromiseBar key={`${promise.clause} ${promise.cycle}`} promise={{ ...promise, ...clockOf(promise.clock) }} size="row" />)}
      </div>
    </Card>
  );
}
