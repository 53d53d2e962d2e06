import { Alert } from 'antd';
import { formatInstant } from '@/shared/format';
import { useFirstSteps } from '@/shared/session/useFirstSteps';
import { appTexts } from '../texts';

/** Tells those who look after the installation that promises are watched by nobody. */
export function WorkBanner() {
  const t = appTexts.useT();
  const { data } = useFirstSteps();
  if (!data || (data.worker_started && !data.waits_since)) return null;
  const title = data.worker_started && data.waits_since ? t('work.behind', { since: formatInstant(data.waits_since) }) : t('work.never');
  return <Alert banner type="error" title={title} description={data.worker_started ? t('work.behindHint') : t('work.neverHint')} />;
}
