import { Button, Drawer, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatLimit, useWord } from '@/shared/words';
import { useLanguage } from '@/shared/i18n';
import { useNow } from '@/shared/hooks/useNow';
import { TimeText } from '../text';
import { LOOK_ICONS } from './icons';
import styles from './promise.module.css';
import { readPromise, type Reading } from './reading';
import { promiseTexts } from './texts';
import type { PromiseView } from './types';

type Props = {
  promise: PromiseView;
  /** The deadline's arithmetic, mounted when somebody asks for it; usually a component that loads `<Arithmetic>`. */
  explain?: ReactNode;
  /** `row` for tables and lists: bar and words only. */
  size?: 'full' | 'row';
};

/** A promise and how it stands: what, from when to when, how much is used, what is left in words, and who owes it. */
export function PromiseBar({ promise, explain, size = 'full' }: Props) {
  const now = useNow();
  useLanguage();
  const reading = readPromise(promise, now);
  return size === 'row' ? <RowBar promise={promise} reading={reading} /> : <FullBar promise={promise} reading={reading} explain={explain} />;
}

function FullBar({ promise, reading, explain }: { promise: PromiseView; reading: Reading; explain: ReactNode }) {
  const t = promiseTexts.useT();
  const [open, setOpen] = useState(false);
  return (
    <article className={styles['promise']} data-look={reading.look} aria-label={`${promise.heading}：${reading.words}`}>
      <div className={styles['line']}>
        <h3 className={styles['heading']}>
          {LOOK_ICONS[reading.look]}
          <Tooltip title={promise.sentence}><span>{promise.heading}</span></Tooltip>
          {promise.provisional && <Tooltip title={t('provisionalHint')}><Tag variant="outlined">{t('provisional')}</Tag></Tooltip>}
        </h3>
        <strong className={styles['words']}>{reading.words}</strong>
      </div>
      <Track promise={promise} reading={reading} />
      <div className={styles['foot']}>
        <Facts promise={promise} />
        {explain && <Button type="link" size="small" className={`${styles['why']} jn-no-print`} aria-label={t('whyFor', { heading: promise.heading })} onClick={() => setOpen(true)}>{t('why')}</Button>}
      </div>
      {explain && (
        <Drawer open={open} onClose={() => setOpen(false)} size={640} destroyOnHidden title={promise.heading}>
          <p className={styles['sentence']}>{promise.sentence && `「${promise.sentence}」`}</p>
          <Track promise={promise} reading={reading} />
          <Facts promise={promise} />
          <div style={{ marginTop: 24 }}>{explain}</div>
        </Drawer>
      )}
    </article>
  );
}

function RowBar({ promise, reading }: { promise: PromiseView; reading: Reading }) {
  return (
    <div className={styles['row']} data-look={reading.look} title={promise.sentence ?? promise.heading}>
      <div className={styles['line']}>
        <span className={styles['rowHeading']}>{LOOK_ICONS[reading.look]}<span>{promise.heading}</span></span>
        <strong className={styles['words']}>{reading.words}</strong>
      </div>
      <Track promise={promise} reading={reading} />
    </div>
  );
}

/** What is cancelled or still broken when its case ends was never done. */
function endedWord(state: PromiseView['state']): 'cancelledAt' | 'brokenAt' | 'ended' {
  if (state === 'cancelled') return 'cancelledAt';
  return state === 'broken' ? 'brokenAt' : 'ended';
}

function Track({ promise, reading }: { promise: PromiseView; reading: Reading }) {
  const t = promiseTexts.useT();
  const percent = Math.round(reading.usedPercent);
  return (
    <div className={styles['track']} data-look={reading.look} role="meter" aria-label={promise.heading} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={reading.words} title={t('used', { percent })}>
      <div className={styles['fill']} style={{ width: `${reading.usedPercent}%` }} />
      {reading.marks.map((mark) => <i key={mark} className={styles['mark']} style={{ insetInlineStart: `${mark}%` }} />)}
    </div>
  );
}

/** From → to, the limit, the moment it is due or was done, and who answers for it. */
function Facts({ promise }: { promise: PromiseView }) {
  const t = promiseTexts.useT();
  const word = useWord();
  return (
    <p className={styles['facts']}>
      <span>{word('milestone', promise.from)} {promise.started_at && <TimeText at={promise.started_at} as="short" />} → {word('milestone', promise.to)}</span>
      {promise.limit && <span>{t('limit')} {formatLimit(promise.limit)}</span>}
      {promise.ended_at ? <span>{t(endedWord(promise.state))} <TimeText at={promise.ended_at} as="short" /></span> : null}
      {promise.due_at ? <span>{t('due')} <TimeText at={promise.due_at} as="short" /></span> : null}
      {promise.target_at && !promise.ended_at ? <span>{t('target')} <TimeText at={promise.target_at} as="short" /></span> : null}
      {promise.waits_for && promise.due_at && !promise.ended_at && <span><strong>{t('waitsFor', { what: promise.waits_for })}</strong></span>}
      {promise.owner && <span>{t('owner')} {promise.owner}</span>}
      {promise.escalate_to && <span>{t('escalate')} {promise.escalate_to}</span>}
    </p>
  );
}
