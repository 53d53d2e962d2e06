import { defineTexts } from '@/shared/i18n';

/** What is done to several cases at once. */
export const severalTexts = defineTexts('several', {
  zh: {
    'choose': '选择 {{number}}',
    'chosen': '已选 {{count}} 张',
    'most': '已选 {{count}} 张，一次最多这么多',
    'none': '取消选择',
    'assign': '为 {{count}} 张服务单指定负责人',
    'assigned': '已为 {{count}} 张服务单指定负责人',
    'watched': '已关注 {{count}} 张服务单',
    'refused': '{{count}} 张没有办成',
  },
  en: {
    'choose': 'Choose {{number}}',
    'chosen': '{{count}} chosen',
    'most': '{{count}} chosen, the most at once',
    'none': 'Choose none',
    'assign': 'Name the owner of {{count}} cases',
    'assign_one': 'Name the owner of {{count}} case',
    'assigned': '{{count}} cases have their owner',
    'assigned_one': '{{count}} case has its owner',
    'watched': 'You follow {{count}} more cases',
    'watched_one': 'You follow {{count}} more case',
    'refused': 'Not done for {{count}}:',
  },
});
