import { useParams } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { $api } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { PageHeader } from '@/shared/components/PageHeader';
import { LoadingPage, ProblemAlert, ReadProblem } from '@/shared/components/states';
import type { Reading } from './model';
import { Studio } from './Studio';
import styles from './studio.module.css';
import { studioTexts } from './texts';
import { keepReading } from './useSteps';

/** A document on its way to a plan: the text on the left, the clause in hand on the right, problems beside it. */
export default function ReadingPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = $api.useQuery('get', '/api/readings/{id}', { params: { path: { id } } });
  if (error) return <ReadProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  return data.frame ? <Studio reading={data} frame={data.frame} /> : <Choose reading={data} />;
}

function Choose({ reading }: { reading: Reading }) {
  const t = studioTexts.useT();
  const choose = $api.useMutation('post', '/api/readings/{id}/choose', { onSuccess: keepReading });
  return (
    <>
      <PageHeader title={t('choose.title', { count: reading.plans.length })} hint={t('choose.hint')} />
      <ProblemAlert error={choose.error} />
      <div className={styles['plans']}>
        {reading.plans.map((plan, index) => (
          <Card key={plan.from} size="small" title={plan.title}>
            <p className={styles['soft']}>{t('choose.clauses', { count: plan.clauses })}</p>
            <Button type="primary" loading={choose.isPending} onClick={() => choose.mutate({ params: { path: { id: reading.id }, header: ifMatch(reading.version) }, body: { plan: index } })}>{t('choose.take')}</Button>
          </Card>
        ))}
      </div>
    </>
  );
}
