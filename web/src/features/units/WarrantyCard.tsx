import { PrinterOutlined } from '@ant-design/icons';
import { Button, QRCode } from 'antd';
import type { components } from '@/shared/api/schema';
import { EmptyState } from '@/shared/components/states';
import { WarrantyWord } from '@/shared/components/WarrantyLine';
import { formatNamed, formatRow } from '@/shared/format';
import { formatLimit } from '@/shared/words';
import { legalWord } from '@/shared/words/legal';
import { partName } from '@/shared/words/partName';
import { daysInWords, lawInWords, warrantyInWords, warrantyTexts } from '@/shared/words/warranty';
import { unitTexts } from './texts';
import styles from './units.module.css';

type Schemas = components['schemas'];
type Unit = Schemas['UnitView'];
type Card = Schemas['WarrantyCard'];
type Term = Schemas['TermView'];
type T = ReturnType<typeof unitTexts.useT>;
type Words = ReturnType<typeof warrantyTexts.useT>;

/** The address behind the code on the unit: its public page on this server. */
function publicAddress(code: string): string {
  return `${globalThis.location.origin}/u/${code}`;
}

/** The warranty card as the customer gets it: what, until when, by which clause; prints on its own. */
export function WarrantyCard({ unit, card }: { unit: Unit; card: Card }) {
  const t = unitTexts.useT();
  const said = warrantyTexts.useT();
  return (
    <section className={styles['card']} data-state={stripe(card)} aria-label={t('card.title')}>
      <header className={styles['head']}>
        <h2>{[card.company, t('card.title')].filter(Boolean).join(' · ')}</h2>
        {card.said && <WarrantyWord said={card.said} />}
      </header>
      <div className={styles['body']}>
        <div>
          <div className={styles['what']}>{unit.product_name} {unit.model}<small>{unit.serial} · {unit.number}</small><small>{[unit.customer_name, unit.site_name, unit.place].filter(Boolean).join(' · ')}</small></div>
          <dl className={styles['dates']}>
            <div><dt>{t('card.until')}</dt><dd>{until(t, said, card)}</dd></div>
            {typeof card.days_left === 'number' && <div><dt>{t(card.days_left < 0 ? 'card.since' : 'card.left')}</dt><dd>{daysLeft(t, card.days_left)}</dd></div>}
          </dl>
          {card.said && <p role="note">{warrantyInWords(said, card.said)}</p>}
        </div>
        <div className={styles['code']}>
          {/* Scanners want dark on light with a quiet edge, whatever the page looks like. */}
          <QRCode value={publicAddress(card.public_code)} type="svg" size={132} marginSize={2} errorLevel="M" color="#000" bgColor="#fff" aria-label={t('card.scan')} />
          <p>{t('card.scan')}</p>
        </div>
      </div>
      {card.said ? (
        <Terms terms={card.terms} />
      ) : <EmptyState title={t('card.noAgreement')} hint={t('card.noAgreementHint')} />}
      <footer className={styles['foot']}>
        <span>{card.plan && formatNamed(t('card.plan'), card.plan)}</span>
        {card.hotline && <span>{t('card.hotline')} {card.hotline}</span>}
        <Button className="jn-no-print" type="text" size="small" icon={<PrinterOutlined />} onClick={() => globalThis.print()}>{t('card.print')}</Button>
      </footer>
    </section>
  );
}

/** Every term of a card, one line each. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  const t = unitTexts.useT();
  return (
    <ul className={styles['terms']}>
      {terms.map((term) => <TermLine key={`${term.clause} ${term.replaced_on ?? ''} ${subject(t, term)}`} term={term} />)}
    </ul>
  );
}

/** From when or until when, as every page says it. */
export function until(t: T, words: Words, { said }: Pick<Schemas['ResolutionView'], 'said'>): string {
  if (!said) return t('card.unresolved');
  const days = daysInWords(words, said);
  return days.length > 0 ? formatRow(days, 'phrases') : words(`standing.${said.standing}`);
}

/** How the edge of a card is drawn: in colour while anything is in warranty. */
export function stripe({ standing }: Pick<Card, 'standing'>): 'in' | 'out' {
  return standing === 'in_warranty' || standing === 'parts_in_warranty' ? 'in' : 'out';
}

export function daysLeft(t: T, days: number): string {
  if (days < 0) return t('card.over', { count: -days });
  return days === 0 ? t('card.last') : t('card.days', { count: days });
}

function TermLine({ term }: { term: Term }) {
  const t = unitTexts.useT();
  const said = warrantyTexts.useT();
  const lifetime = !term.problem && !term.ends_on;
  return (
    <li>
      <strong>{subject(t, term)}</strong>
      <div>
        {term.problem ? <span role="note">{problem(t, term)}</span> : <span>{formatRow(facts(t, term), 'phrases')}</span>}
        <small>{term.sentence ? formatNamed(term.heading, term.sentence) : term.heading}</small>
        {term.law && !term.law.said && <small>{lawInWords(said, term.law)}</small>}
      </div>
      <span className={styles['left']}>{term.problem ? '—' : lifetime ? t('card.lifetime') : daysLeft(t, term.days_left ?? 0)}</span>
    </li>
  );
}

function subject(t: T, term: Term): string {
  if (term.class_label) return term.class_label;
  if (term.covers.what === 'component') {
    // A class that only this plan names is called what the clause calls it.
    const word = legalWord('covers', term.covers.class);
    return word === term.covers.class ? (partName(term.covers.class) ?? term.heading) : word;
  }
  return term.covers.what === 'software' ? t('term.software') : t('term.whole_unit');
}

function kindNames(t: T, kinds: readonly string[]): string {
  return formatRow(kinds.map((kind) => t(`date.${kind}` as 'date.accepted')), 'words');
}

/** From when, why from then, until when, and what changed it. */
function facts(t: T, term: Term): string[] {
  const lines: string[] = [];
  const { start } = term;
  if (term.of_two) lines.push(...twoLimits(t, term.of_two));
  else if (start) {
    const kind = kindNames(t, [start.date]);
    lines.push(t('term.start', { day: start.on, kind }));
    if (start.because.reason === 'preferred_unknown') lines.push(t('term.unknown', { kinds: kindNames(t, start.because.unknown), kind }));
    if (start.because.reason === 'without_proof') lines.push(t('term.withoutProof', { kind }));
    if (start.because.reason === 'fallback_unknown') lines.push(t('term.fallbackUnknown', { fallback: kindNames(t, [start.because.fallback]), kind }));
  }
  if (term.ends_on && !term.of_two) lines.push(t('term.until', { day: term.ends_on }));
  if (term.seasons) {
    const { count, first, last } = term.seasons;
    lines.push(warrantyTexts.t('seasons', { count, first: `${first.from} — ${first.to}`, last: `${last.from} — ${last.to}` }));
  }
  if (term.or_usage) lines.push(t('term.usage', { amount: term.or_usage.amount, unit: t(`usage.${term.or_usage.unit}`) }));
  if (term.repair_days > 0) lines.push(t('term.repair', { count: term.repair_days }));
  if (term.replaced_on) lines.push(t('term.replaced', { day: term.replaced_on }));
  if (term.raised) lines.push(t('term.raised', { said: term.raised.said }));
  return lines;
}

/** Both limits with their days, which of them governs and which is not counted yet. */
function twoLimits(t: T, { whichever, governs, own, other }: NonNullable<Term['of_two']>): string[] {
  const say = (limit: typeof own, name: 'own' | 'other'): string => {
    if (limit.problem?.problem === 'no_start_date') return t('term.limitUnknown', { kinds: kindNames(t, limit.problem.any_of) });
    if (!limit.start) return t('term.limitOpen');
    const from = { day: limit.start.on, kind: kindNames(t, [limit.start.date]) };
    const said = limit.ends_on && limit.term ? t('term.limit', { ...from, length: formatLimit(limit.term), end: limit.ends_on }) : t('term.limitForLife', from);
    return governs === name ? t('term.governs', { limit: said }) : said;
  };
  return [t(`term.${whichever}`), say(own, 'own'), say(other, 'other')];
}

/** What somebody who reads how a warranty came about has to know of its terms: a start that stands in, or none at all. */
export function remarks(t: T, terms: readonly Schemas['ResolvedTerm'][]): string[] {
  const told = terms.flatMap(({ start, problem: fault }) => {
    if (fault?.problem === 'no_start_date') return [t('problem.no_start_date', { kinds: kindNames(t, fault.any_of) })];
    if (start?.because.reason !== 'fallback_unknown') return [];
    return [t('term.fallbackUnknown', { fallback: kindNames(t, [start.because.fallback]), kind: kindNames(t, [start.date]) })];
  });
  return [...new Set(told)];
}

function problem(t: T, term: Term): string {
  switch (term.problem?.problem) {
    case 'no_start_date': return t('problem.no_start_date', { kinds: kindNames(t, term.problem.any_of) });
    case 'no_heating_season': return warrantyTexts.t('season');
    case 'not_answered': return t('problem.not_answered', { parameter: term.problem.parameter });
    default: return t('problem.sold_abroad');
  }
}
