import { Alert, Button } from 'antd';
import type { Reading } from './model';
import { studioTexts } from './texts';
import type { useSteps } from './useSteps';

/** What is told of the document as a whole: it belongs to no promise, and nobody should have to scroll for it. */
const OF_THE_DOCUMENT = new Set(['words_alone', 'title_changed', 'meaning_changed']);

/** What whoever reads a printed plan that came back must know first, until somebody has seen it. */
export function Notices({ reading, steps }: { reading: Reading; steps: ReturnType<typeof useSteps> }) {
  const t = studioTexts.useT();
  const open = reading.problems.filter((problem) => OF_THE_DOCUMENT.has(problem.kind) && !problem.settled);
  return open.map((problem) => (
    <Alert
      key={problem.id}
      type="info"
      showIcon
      title={problem.advice ?? problem.about}
      action={<Button size="small" onClick={() => void steps.step({ step: 'settle', problem: problem.id, by: 'ask' })}>{t('notice.seen')}</Button>}
      style={{ marginBottom: 8 }}
    />
  ));
}
