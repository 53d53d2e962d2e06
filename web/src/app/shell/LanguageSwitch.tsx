import { Button } from 'antd';
import { setLanguage, useLanguage } from '@/shared/i18n';
import { appTexts } from '../texts';

export function LanguageSwitch() {
  const t = appTexts.useT();
  const language = useLanguage();
  const shown = language === 'en' ? '中' : 'EN';
  return (
    <Button type="text" aria-label={`${shown} ${t('language.switch')}`} title={t('language.switch')} onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
      {shown}
    </Button>
  );
}
