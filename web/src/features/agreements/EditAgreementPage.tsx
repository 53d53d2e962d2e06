import { useParams, useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { $api } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { PageHeader } from '@/shared/components/PageHeader';
import { ForbiddenPage, LoadingPage, ReadProblem } from '@/shared/components/states';
import { useOpenedVersion } from '@/shared/hooks/useBase';
import { AgreementForm } from './AgreementForm';
import { agreementsChanged, valuesOf, type Agreement, type Plan } from './model';
import { agreementTexts } from './texts';

export default function EditAgreementPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = $api.useQuery('get', '/api/agreements/{id}', { params: { path: { id } } }, { refetchOnWindowFocus: false });
  const version = $api.useQuery('get', '/api/plan-versions/{id}', { params: { path: { id: data?.plan_version ?? '' } } }, { enabled: data !== undefined });
  if (error ?? version.error) return <ReadProblem error={error ?? version.error} onRetry={() => void refetch()} />;
  if (!data || !version.data) return <LoadingPage />;
  return <Loaded agreement={data} plan={version.data.body} />;
}

function Loaded({ agreement, plan }: { agreement: Agreement; plan: Plan }) {
  const t = agreementTexts.useT();
  const router = useRouter();
  const { message } = App.useApp();
  const change = $api.useMutation('put', '/api/agreements/{id}', {
    onSuccess: async () => {
      void message.success(t('saved'));
      await agreementsChanged();
      router.history.push(`/agreements/${agreement.id}`);
    },
  });
  const version = useOpenedVersion(agreement, change.error);
  if (!agreement.actions.some(({ name, allowed }) => name === 'change' && allowed)) return <ForbiddenPage />;
  return (
    <>
      <PageHeader title={t('edit')} hint={`${agreement.number} · ${agreement.customer_name}`} />
      <AgreementForm
        initial={valuesOf(agreement, plan)}
        fixed={{ id: agreement.customer, name: agreement.customer_name }}
        submitText={t('save')}
        busy={change.isPending}
        error={change.error}
        onSubmit={(_, body) => change.mutate({ params: { path: { id: agreement.id }, header: ifMatch(version()) }, body })}
        onCancel={() => router.history.push(`/agreements/${agreement.id}`)}
      />
    </>
  );
}
