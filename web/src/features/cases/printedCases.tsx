import type { ReactNode } from 'react';
import type { PrintedColumn } from '@/shared/components/list';
import { formatInstant } from '@/shared/format';
import { useWord } from '@/shared/words';
import { useCaseWord } from './caseWordTexts';
import type { CaseSummary } from './model';
import { caseTexts } from './texts';

/** The columns of the list of cases on paper. */
export function usePrintedCases(owner: (row: CaseSummary) => ReactNode): readonly PrintedColumn<CaseSummary>[] {
  const t = caseTexts.useT();
  const word = useWord();
  const caseWord = useCaseWord();
  const state = (row: CaseSummary) => [
    caseWord('phase', row.phase),
    ...(row.severity_name ? [row.severity_name] : []),
    ...(row.is_paused ? [t('paused')] : []),
    ...(row.has_complaint ? [t('complaint')] : []),
    ...(row.broken > 0 ? [t('brokenCount', { count: row.broken })] : []),
  ];
  return [
    { title: t('column.number'), width: '12%', render: (row) => row.number },
    { title: t('column.customer'), width: '14%', render: (row) => <Lines of={[row.customer_name, row.name]} /> },
    { title: t('column.unit'), width: '16%', render: (row) => row.unit_name ?? '—' },
    { title: t('column.content'), width: '22%', render: (row) => <Lines of={[row.content, t('printed.reported', { at: formatInstant(row.reported_at) })]} /> },
    { title: t('column.phase'), width: '9%', render: (row) => <Lines of={state(row)} /> },
    { title: t('column.due'), width: '18%', render: ({ next, ended_at }) => (ended_at ? t('printed.ended', { at: formatInstant(ended_at) }) : next ? <Lines of={[next.due_at && formatInstant(next.due_at), `${next.heading} · ${word('state', next.state)}`]} /> : t('noPromise')) },
    { title: t('column.owner'), width: '9%', render: owner },
  ];
}

/** Each on a line of its own, the same words once. */
function Lines({ of }: { of: readonly (string | null | undefined)[] }) {
  const said = [...new Set(of.filter((words) => words))];
  return said.length === 0 ? '—' : <>{said.map((words) => <div key={words}>{words}</div>)}</>;
}
