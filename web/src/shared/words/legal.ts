import type { components } from '@/shared/api/schema';
import { defineTexts } from '@/shared/i18n';
import { formatLimit } from '.';

const legalTexts = defineTexts('legal', {
  zh: {
    'product.any': '任何商品',
    'product.listed': '全部三包产品',
    'product.bicycle': '自行车',
    'product.colour-tv': '彩电',
    'product.refrigerator': '冰箱',
    'product.washing-machine': '洗衣机',
    'product.air-conditioner': '家用空调',
    'product.microwave': '微波炉',
    'product.range-hood': '吸油烟机',
    'product.mobile-phone': '手机',
    'product.microcomputer': '微型计算机',
    'product.household-car': '家用汽车',
    'product.home-decoration': '住宅装修',
    'product.building': '建设工程',
    'product.lift': '电梯',
    'product.farm-machinery': '农业机械',
    'covers.whole_unit': '整机',
    'covers.compressor': '压缩机',
    'covers.motor': '电机',
    'covers.controller': '控制器',
    'covers.bulb': '灯泡',
    'covers.wear-parts': '易损件',
    'covers.main-parts': '主要部件',
    'covers.frame': '车架',
    'covers.battery': '电池',
    'covers.charger': '充电器',
    'covers.wired-headset': '有线耳机',
    'covers.waterproofing': '防水',
    'covers.wiring': '电气管线',
    'covers.pipes': '给排水管道',
    'covers.equipment': '设备安装',
    'covers.fitting-out': '装修',
    'covers.heating-cooling': '供热与供冷系统',
    'value.times': '{{count}} 次',
    'value.daily-bps': '每日 {{percent}}%',
    'value.km': '{{count}} 公里',
    'value.bps-per-1000-km': '每千公里价款的 {{percent}}%',
    'value.seasons': '{{count}} 个采暖期、供冷期（起止按所在城市公布）',
    'rule.term': '最短保修期',
    'rule.depreciation': '折旧率',
    'rule.return-days': '退货期',
    'rule.exchange-days': '换货期',
    'rule.repeat-repair': '修理次数（超过应换货）',
    'rule.repair-days': '修理天数（超过应换货）',
    'rule.parts-days': '待件天数（超过应换货）',
    'rule.parts-supply': '停产后供件',
    'rule.same-fault-days': '修复质量期',
    'rule.repair-extends-term': '修理占用时间顺延保修期',
    'rule.consumer-return-days': '消费者退货期',
    'rule.consumer-answer-days': '答复消费者要求',
    'rule.burden-of-proof': '经营者举证期',
    'rule.lift-maintenance-days': '电梯维保间隔',
    'rule.lift-trapped-city': '电梯困人到达（市区）',
    'rule.lift-trapped-elsewhere': '电梯困人到达（其他地区）',
    'rule.claim-answer-days': '答复索赔',
    'rule.loan-car-after-days': '提供备用车（修理超过）',
    'rule.term-usage': '保修期内最少行驶里程',
    'rule.exchange-restarts-term': '换货后保修期重新计算',
    'rule.distance-return-days': '远程购物无理由退货期',
    'rule.busy-season-easy-days': '农忙季节修复（容易修复的）',
    'rule.busy-season-hard-days': '农忙季节修复（不易修复的）',
    'rule.season-term': '供热、供冷系统最短保修期',
    'rule.guarantee-term': '三包有效期（可换可退）',
    'rule.guarantee-usage': '三包有效期内最少行驶里程',
    'rule.safety-days': '严重安全故障可换可退的期限',
    'rule.safety-usage': '严重安全故障可换可退的里程',
    'rule.use-compensation-least': '使用补偿系数下限',
    'rule.use-compensation-most': '使用补偿系数上限',
    'rule.refund-for-exchange': '应换而无货可换，改为全额退款',
    'rule.refund-days': '远程购物退回商品后退款期限',
    'floor.alone': '{{rule}}（{{source}}）',
    'floor': '{{rule}} {{value}}（{{source}}）',
    'floor.to_verify': '{{rule}} {{value}}（{{source}}，请核对）',
  },
  en: {
    'product.any': 'Every product',
    'product.listed': 'Every listed product',
    'product.bicycle': 'Bicycle',
    'product.colour-tv': 'Colour TV',
    'product.refrigerator': 'Refrigerator',
    'product.washing-machine': 'Washing machine',
    'product.air-conditioner': 'Household air conditioner',
    'product.microwave': 'Microwave',
    'product.range-hood': 'Range hood',
    'product.mobile-phone': 'Mobile phone',
    'product.microcomputer': 'Microcomputer',
    'product.household-car': 'Household car',
    'product.home-decoration': 'Home decoration',
    'product.building': 'Building',
    'product.lift': 'Lift',
    'product.farm-machinery': 'Farm machinery',
    'covers.whole_unit': 'Whole unit',
    'covers.compressor': 'Compressor',
    'covers.motor': 'Motor',
    'covers.controller': 'Controller',
    'covers.bulb': 'Lamp',
    'covers.wear-parts': 'Wear parts',
    'covers.main-parts': 'Main parts',
    'covers.frame': 'Frame',
    'covers.battery': 'Battery',
    'covers.charger': 'Charger',
    'covers.wired-headset': 'Wired headset',
    'covers.waterproofing': 'Waterproofing',
    'covers.wiring': 'Wiring',
    'covers.pipes': 'Pipes',
    'covers.equipment': 'Installed equipment',
    'covers.fitting-out': 'Fitting-out',
    'covers.heating-cooling': 'Heating and cooling',
    'value.times': '{{count}} times',
    'value.times_one': '{{count}} time',
    'value.daily-bps': '{{percent}} % a day',
    'value.km': '{{count}} km',
    'value.bps-per-1000-km': '{{percent}}% of the price for each 1,000 km',
    'value.seasons': '{{count}} heating or cooling seasons (as the city sets them)',
    'rule.term': 'Least warranty term',
    'rule.depreciation': 'Depreciation',
    'rule.return-days': 'Return within',
    'rule.exchange-days': 'Exchange within',
    'rule.repeat-repair': 'Repairs before an exchange is due',
    'rule.repair-days': 'Repair days before an exchange is due',
    'rule.parts-days': 'Days without parts before an exchange is due',
    'rule.parts-supply': 'Parts after end of production',
    'rule.same-fault-days': 'Same fault counts as a failed repair',
    'rule.repair-extends-term': 'Time under repair extends the term',
    'rule.consumer-return-days': 'Consumer return within',
    'rule.consumer-answer-days': 'Answer to a consumer’s demand',
    'rule.burden-of-proof': 'Seller carries the burden of proof',
    'rule.lift-maintenance-days': 'Lift maintenance at least every',
    'rule.lift-trapped-city': 'Person trapped in a lift, city',
    'rule.lift-trapped-elsewhere': 'Person trapped in a lift, elsewhere',
    'rule.claim-answer-days': 'Answer to a claim',
    'rule.loan-car-after-days': 'Loan car when a repair takes longer than',
    'rule.term-usage': 'Least mileage within the term',
    'rule.exchange-restarts-term': 'Term begins anew after an exchange',
    'rule.distance-return-days': 'Return without a reason after a distance sale',
    'rule.busy-season-easy-days': 'Busy season, easy repairs done within',
    'rule.busy-season-hard-days': 'Busy season, hard repairs done within',
    'rule.season-term': 'Least term for heating and cooling',
    'rule.guarantee-term': 'Three guarantees term (exchange and return)',
    'rule.guarantee-usage': 'Least mileage within that term',
    'rule.safety-days': 'Exchange or return after a grave failure, days',
    'rule.safety-usage': 'Exchange or return after a grave failure, mileage',
    'rule.use-compensation-least': 'Charge for use, the least',
    'rule.use-compensation-most': 'Charge for use, the most',
    'rule.refund-for-exchange': 'No exchange possible: full refund',
    'rule.refund-days': 'Refund after goods of a distance sale came back',
    'floor.alone': '{{rule}} ({{source}})',
    'floor': '{{rule}}: {{value}} ({{source}})',
    'floor.to_verify': '{{rule}}: {{value}} ({{source}}; to verify)',
  },
});

/** What a code of a legal row is called in the language in use; one the company invented is shown as it is. */
export function legalWord(group: 'product' | 'covers', code: string): string {
  const key = `${group}.${code}`;
  return legalTexts.has(key) ? legalTexts.t(key) : code;
}

/** What a legal row rules, in words. */
export function ruleWord(code: string): string {
  const key = `rule.${code}`;
  return legalTexts.has(key) ? legalTexts.t(key) : code;
}

/** `months:12` as 1 年, `times:2` as 2 次, `daily-bps:5` as 每日 0.05%, `km:60000` as 60000 公里. */
export function lawValue(value: string): string {
  const [unit, amount = ''] = value.split(':');
  if (unit === 'times') return legalTexts.t('value.times', { count: Number(amount) });
  if (unit === 'km') return legalTexts.t('value.km', { count: Number(amount) });
  if (unit === 'bps-per-1000-km') return legalTexts.t('value.bps-per-1000-km', { percent: Number(amount) / 100 });
  if (unit === 'seasons') return legalTexts.t('value.seasons', { count: Number(amount) });
  if (unit === 'daily-bps') return legalTexts.t('value.daily-bps', { percent: Number(amount) / 100 });
  return formatLimit(value);
}

/** A floor somebody fell below: what the law rules, how much, and where it is written. */
export function floorWords(floor: components['schemas']['Floor']): string {
  // A rule that counts nothing has no figure to tell.
  const value = floor.rule === 'refund-for-exchange' ? '' : lawValue(floor.value);
  const said = { rule: ruleWord(floor.rule), value, source: floor.source };
  if (value === '') return legalTexts.t('floor.alone', said);
  return legalTexts.t(floor.status === 'to_verify' ? 'floor.to_verify' : 'floor', said);
}
