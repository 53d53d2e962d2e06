import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, type ReactNode } from 'react';
import { queryClient } from '@/shared/api/client';
import { setZone } from '@/shared/format';
import { onLanguageChange, useLanguage } from '@/shared/i18n';
import { useNarrow } from '@/shared/hooks/useNarrow';
import { usePublicInfo } from '@/shared/session/useMe';
import { useAppearance } from '@/shared/theme/appearance';
import { antdTheme } from '@/shared/theme/tokens';

// Weeks start on Monday in both languages.
dayjs.locale('en', { ...dayjs.Ls['en'], name: 'en', weekStart: 1 });

/** In a long form what is missing may be out of sight: the first of it is shown. */
const FORM = { scrollToFirstError: { block: 'center', focus: true } } as const;

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Look>{children}</Look>
    </QueryClientProvider>
  );
}

function Look({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const appearance = useAppearance();
  const hand = useNarrow() ? 'thumb' : 'mouse';
  const theme = useMemo(() => antdTheme(appearance, hand, language), [appearance, hand, language]);
  const zone = usePublicInfo()?.zone;
  if (zone) setZone(zone);
  useEffect(() => {
    document.documentElement.lang = language;
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);
  // The server's own words (headings, reasons) come in the language of the request.
  useEffect(() => onLanguageChange(() => void queryClient.invalidateQueries()), []);
  return (
    <ConfigProvider theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }} form={FORM}>
      <App style={{ height: '100%' }}>{children}</App>
    </ConfigProvider>
  );
}
