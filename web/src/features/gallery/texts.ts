import { defineTexts } from '@/shared/i18n';

export const galleryTexts = defineTexts('gallery', {
  zh: { title: '组件一览', hint: '共用组件的每种样子，只在开发时可见。' },
  en: { title: 'Components', hint: 'Every look of the shared components, in development only.' },
});
