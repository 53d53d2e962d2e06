import { defineTexts } from '@/shared/i18n';

export const caseGroupTexts = defineTexts('caseGroups', {
  zh: { contact: '联系与诊断', visit: '上门', parts: '报价与备件', repair: '修复与结案', after: '回访与投诉', correct: '暂停与更正' },
  en: { contact: 'Contact and diagnosis', visit: 'Visit', parts: 'Quotation and parts', repair: 'Repair and closing', after: 'Follow-up and complaints', correct: 'Pauses and corrections' },
});
