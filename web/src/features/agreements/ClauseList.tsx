import { Tooltip } from 'antd';
import type { components } from '@/shared/api/schema';
import { StatusTag } from '@/shared/components/StatusTag';
import { formatLimit } from '@/shared/words';
import styles from './agreements.module.css';
import { agreementTexts } from './texts';

export type ClauseInForce = components['schemas']['ClauseInForce'];

/** Clauses in force, each with who says so; those of the agreement itself first. */
export function ClauseList({ clauses }: { clauses: readonly ClauseInForce[] }) {
  const own = (one: ClauseInForce) => (one.provenance.origin === 'agreement' ? 0 : 1);
  const ordered = clauses.toSorted((a, b) => own(a) - own(b));
  return (
    <ol className={styles['clauses']}>
      {ordered.map((one) => <Line key={one.clause.id} one={one} />)}
    </ol>
  );
}

function Line({ one: { clause, provenance } }: { one: ClauseInForce }) {
  const value = valueOf(clause.promise);
  return (
    <li>
      <span className={styles['clauseHead']}>
        <strong>{clause.heading}</strong>
        {value && <span>{formatLimit(value)}</span>}
        <WhoSays provenance={provenance} />
      </span>
      <p>{clause.text}</p>
    </li>
  );
}

/** Who says so, in one word: nothing where it is the plan, as it is nearly always; why, for whoever points at it or reaches it by key. */
function WhoSays({ provenance }: { provenance: ClauseInForce['provenance'] }) {
  const t = agreementTexts.useT();
  const { raised, law, origin } = provenance;
  const floor = law ?? raised?.floor;
  if (!floor) {
    if (origin === 'plan') return null;
    return <StatusTag tone={origin === 'agreement' ? 'active' : 'off'}>{t(`origin.${origin}`)}</StatusTag>;
  }
  const raisedWhy = raised && (raised.floor.rule === 'repair-extends-term' ? t('raised.repairDays', { source: raised.floor.source }) : t('raised.hint', { said: formatLimit(raised.said) }));
  const why = [raisedWhy ?? t('law.hint', { source: floor.source }), floor.status === 'to_verify' && t('toVerify')].filter(Boolean).join(' ');
  const word = t(raised ? 'raised' : 'law');
  return (
    <Tooltip title={why} trigger={['hover', 'focus', 'click']}>
      <button type="button" className={styles['why']} aria-label={`${word} · ${why}`}><StatusTag tone="waiting">{word}</StatusTag></button>
    </Tooltip>
  );
}

/** The one figure of a clause that has only one: its term, or its limit where there is no table. */
function valueOf(promise: ClauseInForce['clause']['promise']): string | undefined {
  if (promise.kind === 'warranty_term') return stated(promise.term);
  if (promise.kind !== 'time_limit' || (promise.rows ?? []).length > 0) return undefined;
  const { otherwise } = promise;
  return typeof otherwise === 'object' && otherwise.bound.type === 'within' ? stated(otherwise.bound.limit) : undefined;
}

function stated(text: string): string | undefined {
  return text.startsWith('ask:') ? undefined : text;
}
