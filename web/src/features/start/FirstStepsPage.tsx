import { CheckOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { PageHeader } from '@/shared/components/PageHeader';
import { EmptyState, LoadingPage, ReadProblem } from '@/shared/components/states';
import { isComplete, useFirstSteps, type StepView } from '@/shared/session/useFirstSteps';
import { nextStep, PLACES } from './steps';
import styles from './start.module.css';
import { startTexts } from './texts';

/** A new company's way from nothing to the first kept promise. */
export default function FirstStepsPage() {
  const t = startTexts.useT();
  const { data, error, refetch } = useFirstSteps();
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const { steps } = data;
  const next = nextStep(steps);
  const needed = steps.filter((step) => !step.optional);
  // All steps are numbered: those that may be left out are counted by themselves.
  const extra = steps.length - needed.length;
  const done = needed.filter((step) => step.done).length;
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} tags={<small className={styles['progress']}>{t(extra > 0 ? 'progressMore' : 'progress', { done, all: needed.length, count: extra })}</small>} />
      {isComplete(data) && (
        <EmptyState title={t('complete')} hint={t('completeHint')} action={<Link to="/workbench"><Button type="primary">{t('workbench')}</Button></Link>} />
      )}
      <ol className={styles['steps']}>
        {steps.map((step, index) => <Step key={step.step} view={step} number={index + 1} isNext={step.step === next} />)}
      </ol>
    </>
  );
}

function Step({ view, number, isNext }: { view: StepView; number: number; isNext: boolean }) {
  const t = startTexts.useT();
  const { step, done, optional } = view;
  const { to, form, importTo } = PLACES[step];
  const may = view.actions.find(({ name }) => name === 'do');
  const standing = done ? 'done' : isNext ? 'next' : 'later';
  return (
    <li className={styles['step']} data-standing={standing} aria-current={isNext ? 'step' : undefined}>
      <span className={styles['number']} aria-hidden>{done ? <CheckOutlined /> : number}</span>
      <div className={styles['words']}>
        <h2>{t(`step.${step}`)} <small>{t(!done && optional ? 'optional' : standing)}</small></h2>
        <p>{t(`step.${step}.why`)}</p>
        {!done && may && !may.allowed && <p className={styles['refused']}>{may.because}</p>}
      </div>
      {may?.allowed && (
        <div className={styles['acts']}>
          <Link to={to as '/'} {...(!done && form && { hash: form })}><Button type={isNext ? 'primary' : 'default'}>{t(`step.${step}.act`)}</Button></Link>
          {!done && importTo && <Link to={importTo as '/'}><Button type="link">{t('import')}</Button></Link>}
        </div>
      )}
    </li>
  );
}
