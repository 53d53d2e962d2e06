import { useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { $api } from '@/shared/api/client';
import { useCreateKeys } from '@/shared/api/headers';
import { useFilters } from '@/shared/components/list';
import { PageHeader } from '@/shared/components/PageHeader';
import { formatInstant } from '@/shared/format';
import { useNow } from '@/shared/hooks/useNow';
import { AgreementForm } from './AgreementForm';
import { agreementsChanged, BLANK } from './model';
import { agreementTexts } from './texts';

/** Signs an agreement; `?customer=` and `?unit=` are filled in already. */
export default function NewAgreementPage() {
  const t = agreementTexts.useT();
  const router = useRouter();
  const { message } = App.useApp();
  const keys = useCreateKeys();
  const { filters } = useFilters();
  const { customer, unit } = filters;
  const create = $api.useMutation('post', '/api/agreements', {
    onSuccess: async (made) => {
      void message.success(t('signed', { number: made.number }));
      await agreementsChanged();
      router.history.push(`/agreements/${made.id}`);
    },
  });
  const initial = { ...BLANK, starts_on: formatInstant(useNow(), 'day'), ...(customer && { customer }), ...(unit && { units: [unit] }) };
  return (
    <>
      <PageHeader title={t('new')} hint={t('hint')} />
      <AgreementForm
        initial={initial}
        submitText={t('sign')}
        busy={create.isPending}
        error={create.error}
        onSubmit={(of, agreement) => create.mutate({ params: { header: keys.of([of, agreement]) }, body: { customer: of, agreement } })}
        onCancel={() => router.history.back()}
      />
    </>
  );
}
