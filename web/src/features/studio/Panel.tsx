import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { KeyHint } from '@/shared/components/KeyHint';
import { StatusTag } from '@/shared/components/StatusTag';
import { TimeText } from '@/shared/components/text';
import { formatNamed } from '@/shared/format';
import { fieldTexts } from '@/shared/plan/fieldTexts';
import { useReading } from '@/shared/plan/reading';
import { useWords } from '@/shared/plan/useWords';
import type { Plan } from '@/shared/plan/Context';
import { apart, lacks, type Item } from './model';
import styles from './studio.module.css';
import { studioTexts } from './texts';

type Acts = Record<'accept' | 'edit' | 'fill' | 'ignore' | 'merge' | 'split' | 'restore' | 'next' | 'previous', () => void>;
type Props = { item: Item; /** The number of the item whose start can be taken over. */ like: number | undefined; at: number; all: number; parameters: NonNullable<Plan['parameters']>; acts: Acts };

const TONE = { open: 'waiting', accepted: 'active', corrected: 'active', ignored: 'off', split: 'off', merged: 'off' } as const;

/** The clause in hand: what the engine reads in it, what the text leaves out, and what can be done. */
export function Panel({ item, like, at, all, parameters, acts }: Props) {
  const t = studioTexts.useT();
  const word = useWords();
  const kind = item.clause?.promise.kind ?? 'unread';
  return (
    <section className={styles['panel']} data-kind={kind} aria-label={t('item.of', { at, all })}>
      <header className={styles['panelHead']}>
        <span className={styles['soft']}>{t('item.of', { at, all })}</span>
        <Tag className={styles['kindTag'] ?? ''}>{item.clause ? word(kind) : t('filter.unread')}</Tag>
        <StatusTag tone={TONE[item.state]}>{t(`state.${item.state}`)}</StatusTag>
        <span className={styles['sure']} data-low={item.confidence < 80 ? 'yes' : 'no'}>{item.origin === 'written' ? t('item.byHand') : t('item.confidence', { percent: item.confidence })}</span>
        <span className={styles['pager']}>
          <Button type="text" size="small" icon={<LeftOutlined />} aria-label={t('act.previous')} title={`${t('act.previous')} k`} onClick={acts.previous} />
          <Button type="text" size="small" icon={<RightOutlined />} aria-label={t('act.next')} title={`${t('act.next')} j`} onClick={acts.next} />
        </span>
      </header>
      {item.clause ? <ClauseWords item={item} parameters={parameters} /> : <Unread item={item} />}
      {item.change && <Changed change={item.change} />}
      {item.mark && (
        <p className={styles['soft']}>{t('item.mark', { name: item.mark.by })} <TimeText at={item.mark.at} />{item.mark.reason && ` · ${t('item.reason', { reason: item.mark.reason })}`}</p>
      )}
      <Actions item={item} like={like} acts={acts} />
    </section>
  );
}

function ClauseWords({ item, parameters }: { item: Item; parameters: NonNullable<Plan['parameters']> }) {
  const t = studioTexts.useT();
  const reading = useReading();
  const clause = item.clause;
  if (!clause) return null;
  const text = JSON.stringify(clause.promise);
  const asked = parameters.filter((parameter) => text.includes(`"ask:${parameter.id}"`));
  return (
    <>
      <h2 className={styles['heading']}>{clause.heading}</h2>
      <blockquote className={styles['quote']}>{item.places.map((place) => place.quote.trim()).join(' … ') || clause.text}</blockquote>
      <ul className={styles['reads']}>
        {reading(clause).filter((line) => !line.includes('？')).map((line) => <li key={line}>{line}</li>)}
        {clause.strength === 'may' && <li>{t('item.may')}</li>}
        {clause.binds === 'customer' && <li>{t('item.customer')}</li>}
      </ul>
      {(item.pieces ?? []).length > 1 && <p className={styles['soft']}>{t('item.pieces', { count: (item.pieces ?? []).length })}</p>}
      {(item.open ?? []).map((open) => <OpenPlace key={open.pointer} pointer={open.pointer} why={open.why} />)}
      {asked.map((parameter) => <p key={parameter.id} className={styles['asked']}>{t('item.asked', { question: parameter.question })}</p>)}
    </>
  );
}

/** What was printed and what stands there now, the difference marked. */
function Changed({ change }: { change: NonNullable<Item['change']> }) {
  const t = studioTexts.useT();
  const { ahead, was, now, behind } = apart(change.was, change.now);
  return (
    <section className={styles['change']} aria-label={t(`change.${change.how}`)}>
      <b>{t(`change.${change.how}`)}</b>
      <dl>
        {change.was && <><dt>{t('change.was')}</dt><dd>{change.now ? <>{ahead}<del>{was}</del>{behind}</> : change.was}</dd></>}
        {change.now && <><dt>{t('change.now')}</dt><dd>{change.was ? <>{ahead}<ins>{now}</ins>{behind}</> : change.now}</dd></>}
      </dl>
    </section>
  );
}

function OpenPlace({ pointer, why }: { pointer: string; why: 'missing' | 'unsaid' }) {
  const t = studioTexts.useT();
  const field = fieldTexts.useT();
  const key = `field.${pointer.split('/').at(-1) ?? ''}`;
  return <p className={styles['gap']} data-why={why}>{fieldTexts.has(key) && <b>{formatNamed(field(key), '')}</b>}{t(`item.${why}`)}</p>;
}

function Unread({ item }: { item: Item }) {
  const t = studioTexts.useT();
  return (
    <>
      <h2 className={styles['heading']}>{t('item.unreadTitle')}</h2>
      <blockquote className={styles['quote']}>{item.places.map((place) => place.quote.trim()).join(' … ')}</blockquote>
      <p className={styles['soft']}>{t('item.unreadHint')}</p>
    </>
  );
}

function Actions({ item, like, acts }: { item: Item; like: number | undefined; acts: Acts }) {
  const t = studioTexts.useT();
  const settled = item.state !== 'open';
  const byHand = !item.clause || lacks(item);
  return (
    <div className={styles['acts']}>
      {!settled && !byHand && <Button type="primary" onClick={acts.accept}>{t('act.accept')} <KeyHint>↵</KeyHint></Button>}
      {!settled && like !== undefined && <Button type="primary" onClick={acts.fill}>{t('act.fill', { at: like })} <KeyHint>f</KeyHint></Button>}
      {item.state !== 'ignored' && <Button type={byHand && !settled && like === undefined ? 'primary' : 'default'} onClick={acts.edit}>{t(item.clause ? 'act.edit' : 'act.write')} <KeyHint>e</KeyHint></Button>}
      {item.state !== 'ignored' && <Button onClick={acts.ignore}>{t('act.ignore')} <KeyHint>x</KeyHint></Button>}
      {item.state !== 'ignored' && <Button type="text" onClick={acts.merge}>{t('act.merge')} <KeyHint>m</KeyHint></Button>}
      {item.state !== 'ignored' && <Button type="text" onClick={acts.split}>{t('act.split')} <KeyHint>s</KeyHint></Button>}
      {settled && <Button type="text" onClick={acts.restore}>{t('act.restore')} <KeyHint>o</KeyHint></Button>}
    </div>
  );
}
