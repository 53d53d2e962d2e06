import { formatSpan } from '@/shared/format';
import { durationMs } from '@/shared/words';
import { TimeText } from '../text';
import { dayLines, foldIdleDays } from './days';
import styles from './promise.module.css';
import { promiseTexts } from './texts';
import type { ArithmeticSpan } from './types';

/** Lines drawn before the table takes over. */
const MOST_LINES = 14;

type Props = { spans: readonly ArithmeticSpan[]; kind?: 'working' | 'natural' };

/** Why a deadline is what it is: the days drawn, then every stretch of time listed, adding up to the limit. */
export function Arithmetic({ spans, kind = 'working' }: Props) {
  const t = promiseTexts.useT();
  if (spans.length === 0) return <p>{t('arithmetic.empty')}</p>;
  return (
    <>
      <Days spans={spans} />
      <Sums spans={spans} kind={kind} />
    </>
  );
}

function Days({ spans }: { spans: readonly ArithmeticSpan[] }) {
  const t = promiseTexts.useT();
  const lines = foldIdleDays(dayLines(spans));
  const hidden = Math.max(0, lines.length - MOST_LINES);
  return (
    <>
      <dl className={styles['days']}>
        <dt aria-hidden />
        <dd className={styles['hours']} aria-hidden>
          {[0, 6, 12, 18, 24].map((hour) => <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>{hour}</span>)}
        </dd>
        {lines.slice(0, MOST_LINES).map((line) => (
          <div key={line.day} style={{ display: 'contents' }}>
            <dt>{line.day.slice(5)}{line.lastDay && ` – ${line.lastDay.slice(5)}`}</dt>
            <dd className={line.lastDay ? styles['gap'] : undefined}>
              {line.lastDay ? line.blocks[0] && ruleWords(line.blocks[0].rule) : line.blocks.map((block) => (
                <span key={block.startPercent} className={styles['block']} data-kind={block.kind} title={ruleWords(block.rule)} style={{ insetInlineStart: `${block.startPercent}%`, width: `${block.widthPercent}%` }} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && <p className={styles['facts']}>{t('arithmetic.moreDays', { count: hidden })}</p>}
      <ul className={styles['legend']}>
        {(['counted', 'closed', 'paused'] as const).map((kind) => (
          <li key={kind}>
            <span className={styles['swatch']}><span className={styles['block']} data-kind={kind} style={{ width: '100%' }} /></span>
            {t(`arithmetic.kind.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

type Sum = { ms: number; days: number };

function Sums({ spans, kind }: { spans: readonly ArithmeticSpan[]; kind: 'working' | 'natural' }) {
  const t = promiseTexts.useT();
  const inWords = ({ ms, days }: Sum) => (days > 0 ? t('arithmetic.days', { count: days }) : formatSpan(ms, kind));
  const sums = runningSums(spans);
  const total = sums.at(-1) ?? { ms: 0, days: 0 };
  return (
    <table className={styles['sums']}>
      <thead>
        <tr>
          <th>{t('arithmetic.from')}</th>
          <th className={styles['to']}>{t('arithmetic.to')}</th>
          <th>{t('arithmetic.rule')}</th>
          <th className={styles['amount']}>{t('arithmetic.counted')}</th>
          <th className={styles['amount']}>{t('arithmetic.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span, index) => (
          <tr key={`${span.from} ${span.kind}`} data-kind={span.kind}>
            <td><TimeText at={span.from} as="short" /></td>
            <td className={styles['to']}><TimeText at={span.to} as="short" /></td>
            <td>{ruleWords(span.rule)}</td>
            <td className={styles['amount']}>{span.kind === 'counted' ? inWords(amount(span)) : '—'}</td>
            <td className={styles['amount']}>{span.kind === 'counted' ? inWords(sums[index] ?? total) : ''}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('arithmetic.total')}</td>
          <td className={styles['amount']} colSpan={4}>{inWords(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function runningSums(spans: readonly ArithmeticSpan[]): Sum[] {
  let sum: Sum = { ms: 0, days: 0 };
  return spans.map((span) => {
    const { ms, days } = amount(span);
    sum = { ms: sum.ms + ms, days: sum.days + days };
    return sum;
  });
}

function amount({ counts }: ArithmeticSpan): Sum {
  return { ms: (counts.time && durationMs(counts.time)) || 0, days: counts.days ?? 0 };
}

/** 「放假：国庆节」; a rule this version has no word for is shown by its code. */
function ruleWords({ rule, name }: ArithmeticSpan['rule']): string {
  const key = `rule.${rule}`;
  const word = promiseTexts.has(key) ? promiseTexts.t(key) : rule;
  return name ? promiseTexts.t('rule.named', { rule: word, name }) : word;
}
