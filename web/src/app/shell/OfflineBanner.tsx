import { useIsMutating } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useOnline } from '@/shared/hooks/useOnline';
import { appTexts } from '../texts';

export function OfflineBanner() {
  const t = appTexts.useT();
  const waiting = useIsMutating({ predicate: ({ state }) => state.isPaused });
  return useOnline() ? null : <Alert banner type="warning" title={t(waiting > 0 ? 'offline.waiting' : 'offline')} />;
}
