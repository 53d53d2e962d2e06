import { defineTexts } from '@/shared/i18n';

/** Whose plan serves a report, a unit that is put on file, a caller without one. */
export const servedTexts = defineTexts('served', {
  zh: {
    'plan.agreement': '适用方案：{{title}}（服务协议）',
    'plan.product': '适用方案：{{title}}（产品的默认方案）',
    'plan.company': '适用方案：{{title}}（公司的默认方案）',
    'unserved': '此设备没有服务协议，产品和公司也没有默认方案，无法建单。请把它加入服务协议，或为产品选择默认方案。',
    'unit': '产品有默认方案的按产品的，没有的按公司的默认方案服务；签了协议的，登记后在协议里加上这台设备。',
    'unit.product': '按这个产品的默认方案服务；签了协议的，登记后在协议里加上这台设备。',
    'unit.company': '这个产品没有默认方案，按公司的默认方案服务；签了协议的，登记后在协议里加上这台设备。',
    'caller': '知道产品和序列号就一并登记设备：产品有默认方案的按产品的，没有的按公司的；不填则按公司的默认方案。',
    'caller.product': '一并登记设备，按这个产品的默认方案服务。',
    'caller.company': '一并登记设备；这个产品没有默认方案，按公司的默认方案服务。',
  },
  en: {
    'plan.agreement': 'Plan: {{title}} (the agreement’s)',
    'plan.product': 'Plan: {{title}} (the product’s default)',
    'plan.company': 'Plan: {{title}} (the company’s default)',
    'unserved': 'No agreement names this unit, and neither its product nor the company has a default plan: no case can be opened. Add it to an agreement, or choose a plan for the product.',
    'unit': 'Served by the product’s default plan where it has one, else by the company’s; if an agreement was signed, add the unit to it afterwards.',
    'unit.product': 'Served by the default plan of this product; if an agreement was signed, add the unit to it afterwards.',
    'unit.company': 'This product has no default plan: the company’s serves; if an agreement was signed, add the unit to it afterwards.',
    'caller': 'With product and serial number the unit is registered too: the product’s default plan serves where it has one, else the company’s. Left out, the company’s default plan serves.',
    'caller.product': 'The unit is registered too; the default plan of this product serves.',
    'caller.company': 'The unit is registered too; this product has no default plan, the company’s serves.',
  },
});
