import { useCallback, useMemo } from 'react';
import type { components } from '@/shared/api/schema';
import { formatNamed, formatRow } from '@/shared/format';
import { formatLimit } from '@/shared/words';
import { partName } from '@/shared/words/partName';
import { fieldTexts } from './fieldTexts';
import { useNamed, useParameters } from './Context';
import { sayNumber } from './scale';
import { formTexts } from './texts';
import { useWords } from './useWords';

type Clause = components['schemas']['Clause'];
type Condition = NonNullable<Clause['when']>;

/** Fields whose values are names the plan itself gives. */
const OF_THE_PLAN = new Set(['severity', 'service_level', 'region', 'question', 'level', 'after_levels', 'clause', 'clauses']);
const SKIPPED = new Set(['kind', 'steps', 'items', 'content', 'resources']);

/** What people say in one word where the fields take several, and nothing of a window that is none; undefined for all else. */
function asUsual(name: string, value: unknown): string | undefined {
  if ((name === 'early_days' || name === 'late_days') && value === 0) return '';
  if (typeof value !== 'object' || value === null) return undefined;
  if ('count' in value && 'unit' in value && typeof value.count === 'number') {
    const key = `every.${String(value.unit)}`;
    return formTexts.has(key) ? formTexts.t(key, { count: value.count }) : undefined;
  }
  if (name === 'reported_between' && 'from' in value && 'to' in value) return [value.from, value.to].map((time) => String(time).slice(0, 5)).join('–');
  return undefined;
}

/** How any piece of a clause is said. */
function useSaying() {
  const word = useWords();
  const field = fieldTexts.useT();
  const parameters = useParameters();
  const named = useNamed();
  return useMemo(
    () => {
      const label = (name: string) => {
        const key = `field.${name}`;
        return fieldTexts.has(key) ? field(key) : name;
      };
      const say = (value: unknown): string => {
        if (Array.isArray(value)) return formatRow(value.map(say).filter(Boolean), value.some((one) => typeof one === 'object') ? 'sentences' : 'words');
        if (typeof value === 'number') return String(value);
        if (typeof value === 'string') return sayText(value);
        if (typeof value === 'object' && value !== null) return Object.entries(value).map(([name, inner]) => sayEntry(name, inner)).filter(Boolean).join(' ');
        return '';
      };
      const sayText = (text: string): string => {
        if (text.startsWith('ask:')) return `？${parameters.find((one) => one.value === text.slice(4))?.label ?? text.slice(4)}`;
        if (/^(?:working|natural|working-days|natural-days|months):/.test(text)) return formatLimit(text);
        return partName(text) ?? word(text);
      };
      const sayEntry = (name: string, inner: unknown): string => {
        const usual = asUsual(name, inner);
        if (usual !== undefined) return usual && `${label(name)} ${usual}`;
        const parts = name === 'charges' ? [...new Set(Object.values(inner as Record<string, string>))] : [];
        if (parts.length === 1) return `${label(name)} ${say(parts)}`;
        // A limit says by itself that something is due within it, and days that end at midnight are the rule.
        if ((name === 'type' && inner === 'within') || inner === 'midnight') return '';
        if (name === 'type' || name === 'what' || name === 'rule' || name === 'bound') return say(inner);
        if (OF_THE_PLAN.has(name) && (typeof inner === 'string' || Array.isArray(inner))) return `${label(name)} ${formatRow([inner].flat().map((key) => named(name, String(key))), 'words')}`;
        if (typeof inner === 'string' && word(inner, name) !== word(inner)) return `${label(name)} ${word(inner, name)}`;
        if (typeof inner === 'number') return `${label(name)} ${sayNumber(name, inner)}`;
        if (name === 'when' && inner && typeof inner === 'object') return Object.keys(inner).length > 0 ? formatNamed(say(inner), '') : '';
        if (name === 'when') return say(inner);
        if ((name === 'hours' || name === 'calendar') && inner === 'always') return `${label(name)} ${word('round_the_clock')}`;
        // A part the words name, but no product lists: its name is the clause's heading.
        if (typeof inner === 'string' && /^part-[0-9a-f]+$/.test(inner)) return partName(inner) ?? '';
        return `${label(name)} ${say(inner)}`;
      };
      return { say, sayEntry, label };
    },
    [word, field, parameters, named],
  );
}

/** Whether a value is called that of the other cases where there are none. */
function isAlone(promise: Clause['promise'], name: string): boolean {
  const rows = 'rows' in promise ? promise.rows : undefined;
  return (name === 'otherwise' || name === 'otherwise_fen') && (rows ?? []).length === 0;
}

/** A condition in words: `保修状态 保修期内`; nothing where it states nothing. */
export function useWhen(): (when: Condition | undefined) => string {
  const { say } = useSaying();
  return useCallback((when) => (when && Object.keys(when).length > 0 ? say(when) : ''), [say]);
}

/** What the engine reads in a clause, in short lines: `到场 ≤ 4 小时 · 起点 报修`. */
export function useReading(): (clause: Clause) => string[] {
  const { say, sayEntry, label } = useSaying();
  return useCallback(
    (clause) => {
      // What holds in all cases holds in no other.
      const sayAlone = (name: string, value: unknown) => (typeof value === 'number' ? sayNumber(name, value) : say(value));
      const lines = Object.entries(clause.promise)
        .filter(([name, value]) => !SKIPPED.has(name) && !(Array.isArray(value) && value.length === 0))
        .map(([name, value]) => (isAlone(clause.promise, name) ? sayAlone(name, value) : sayEntry(name, value)));
      const when = clause.when && Object.keys(clause.when).length > 0 ? [`${label('when')}：${say(clause.when)}`] : [];
      return [...when, ...lines].filter((line) => line.trim() !== '');
    },
    [say, sayEntry, label],
  );
}
