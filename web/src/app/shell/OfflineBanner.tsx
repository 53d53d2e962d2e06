import { Alert } from 'antd';
import { useOnline } from '@/shared/hooks/useOnline';
import { appTexts } from '../texts';

export function OfflineBanner() {
  const t = appTexts.useT();
  return useOnline() ? null : <Alert banner type="warning" title={t('offline')} />;
}
