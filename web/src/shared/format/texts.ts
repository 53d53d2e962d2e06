import { defineTexts } from '@/shared/i18n';

export const formatTexts = defineTexts('format', {
  zh: {
    day: '{{count}} 天',
    hour: '{{count}} 小时',
    minute: '{{count}} 分',
    underMinute: '不到 1 分',
    justNow: '刚刚',
    ago: '{{span}}前',
    none: '—',
    fullPrice: '原价',
    'between.words': '、',
    'between.phrases': '，',
    'between.sentences': '；',
    named: '{{name}}：{{said}}',
  },
  en: {
    day: '{{count}} d',
    hour: '{{count}} h',
    minute: '{{count}} min',
    underMinute: 'under a minute',
    justNow: 'just now',
    ago: '{{span}} ago',
    none: '—',
    fullPrice: 'full price',
    'between.words': ', ',
    'between.phrases': ', ',
    'between.sentences': '; ',
    named: '{{name}}: {{said}}',
  },
});
