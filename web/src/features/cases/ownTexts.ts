import { defineTexts } from '@/shared/i18n';

/** What customers call the pages that the company's people know by the names of their work. */
export const ownTexts = defineTexts('own', {
  zh: {
    'workbench': '我的服务',
    'new': '我要报修',
    'order': '服务单打印件',
  },
  en: {
    'workbench': 'My service',
    'new': 'Report a fault',
    'order': 'Print the case',
  },
});
