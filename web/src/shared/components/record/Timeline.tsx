import { Timeline as AntTimeline, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Instant } from '@/shared/format';
import { EmptyState } from '../states';
import { TimeText } from '../text';
import { componentTexts } from '../texts';
import styles from './record.module.css';

export type TimelineFact = {
  id: string;
  /** When it happened, and when it was entered if that was later. */
  at: Instant;
  entered_at?: Instant | null;
  title: ReactNode;
  who?: ReactNode;
  body?: ReactNode;
  icon?: ReactNode;
  /** What can be done about it, at the end of its line. */
  tools?: ReactNode;
  /** Facts that start or end a promise stand out from remarks. */
  weight?: 'milestone' | 'remark';
};

/** Facts in the order given: who, when, what, and whether it was entered later. */
export function Timeline({ facts }: { facts: readonly TimelineFact[] }) {
  const t = componentTexts.useT();
  if (facts.length === 0) return <EmptyState title={t('timeline.empty')} />;
  return (
    <AntTimeline
      items={facts.map((fact) => ({
        key: fact.id,
        color: fact.weight === 'remark' ? 'gray' : 'var(--jn-accent)',
        ...(fact.icon !== undefined && { icon: fact.icon }),
        content: (
          <div className={styles['fact']}>
            <div className={styles['factHead']}>
              <strong data-weight={fact.weight ?? 'milestone'}>{fact.title}</strong>
              {fact.who && <span>{fact.who}</span>}
              <TimeText at={fact.at} />
              {fact.entered_at && <Tag variant="outlined">{t('timeline.late')} <TimeText at={fact.entered_at} as="short" /></Tag>}
              {fact.tools && <span className={`${styles['tools']} jn-no-print`}>{fact.tools}</span>}
            </div>
            {fact.body && <div className={styles['factBody']}>{fact.body}</div>}
          </div>
        ),
      }))}
    />
  );
}
