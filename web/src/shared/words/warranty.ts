import type { components } from '@/shared/api/schema';
import type { StatusTone } from '@/shared/components/StatusTag';
import { formatRow } from '@/shared/format';
import { defineTexts } from '@/shared/i18n';
import { formatLimit } from '.';
import { legalWord } from './legal';
import { partName } from './partName';

export type WarrantySaid = components['schemas']['WarrantySaid'];
type LegalTerm = NonNullable<WarrantySaid['law']>;

export const warrantyTexts = defineTexts('warrantySaid', {
  zh: {
    'standing.in_warranty': '保修中',
    'standing.parts_in_warranty': '部件保修中',
    'standing.unknown': '无法判定',
    'standing.out_of_warranty': '不在保修期',
    'standing.no_term': '未约定保修期',
    'nothing': '没有协议和方案，尚无保修约定',
    'of.whole_unit': '整机',
    'of.software': '软件',
    'of.parts': '部件',
    'of.nothing': '整机',
    'until': '{{of}}至 {{day}}',
    'ended': '{{of}}已于 {{day}} 到期',
    'lifetime': '{{of}}终身',
    'begins': '{{of}}自 {{day}} 起',
    'usedUp': '{{of}}因使用超过 {{amount}} {{unit}}已结束',
    'noTerm': '方案没有约定保修期',
    'start': '请在设备档案中补填起算日期：{{kinds}}，有一项即可判定',
    'reading': '请在设备档案中登记使用量（{{unit}}），才能判定保修期是否已因使用到限而结束',
    'season': '请在设置中填写采暖季的起止日期，才能计算保修期',
    'seasons': '共 {{count}} 个采暖季：首个 {{first}}（起算日所在或其后的第一个），末个 {{last}}',
    'usage.hours': '小时',
    'usage.kilometres': '公里',
    'usage.cycles': '次',
    'law.silent': '方案未约定保修期，按{{law}}',
    'law.no_plan': '没有服务方案，按{{law}}',
    'law.shorter': '方案约定 {{said}}，低于法定，按{{law}}',
    'law.three': '三包规定（{{source}}）',
    'law.other': '法律规定（{{source}}）',
    'law.verify': '{{law}}，请核对',
    'law.from': '{{limit}}（自{{start}}起）',
    'source.agreement': '按服务协议',
    'source.product': '按产品的默认方案',
    'source.company': '按公司的默认方案',
    'source.law': '没有服务方案，按法律规定',
    'date.contract': '合同起算日',
    'date.accepted': '验收日期',
    'date.commissioned': '投运日期',
    'date.delivered': '交付日期',
    'date.installed': '安装日期',
    'date.purchased': '购买日期',
    'date.completed': '完工日期',
    'date.put_to_use': '启用日期',
    'date.manufactured': '出厂日期',
  },
  en: {
    'standing.in_warranty': 'in warranty',
    'standing.parts_in_warranty': 'parts in warranty',
    'standing.unknown': 'cannot be told',
    'standing.out_of_warranty': 'out of warranty',
    'standing.no_term': 'no term promised',
    'nothing': 'no agreement and no plan: nothing is promised yet',
    'of.whole_unit': 'whole unit',
    'of.software': 'software',
    'of.parts': 'parts',
    'of.nothing': 'whole unit',
    'until': '{{of}} until {{day}}',
    'ended': '{{of}} ended on {{day}}',
    'lifetime': '{{of}} for life',
    'begins': '{{of}} from {{day}}',
    'usedUp': '{{of}} ended by use beyond {{amount}} {{unit}}',
    'noTerm': 'the plan promises no warranty term',
    'start': 'enter a start date in the unit’s file: {{kinds}}; one of them is enough',
    'reading': 'enter in the unit’s file how much it was used ({{unit}}): that may have ended the warranty',
    'season': 'enter in the settings when heating begins and ends, to tell how long it runs',
    'seasons': '{{count}} heating seasons: the first {{first}} (under way on the first day, or the next), the last {{last}}',
    'usage.hours': 'hours',
    'usage.kilometres': 'km',
    'usage.cycles': 'cycles',
    'law.silent': 'the plan names no warranty term; by {{law}}',
    'law.no_plan': 'no plan serves it; by {{law}}',
    'law.shorter': 'the plan promises {{said}}, less than the law; by {{law}}',
    'law.three': 'the three guarantees ({{source}})',
    'law.other': 'the law ({{source}})',
    'law.verify': '{{law}}, to verify',
    'law.from': '{{limit}} from {{start}}',
    'source.agreement': 'by the agreement',
    'source.product': 'by the product’s default plan',
    'source.company': 'by the company’s default plan',
    'source.law': 'no plan serves it; by law',
    'date.contract': 'contract day',
    'date.accepted': 'acceptance',
    'date.commissioned': 'commissioning',
    'date.delivered': 'delivery',
    'date.installed': 'installation',
    'date.purchased': 'purchase',
    'date.completed': 'completion',
    'date.put_to_use': 'putting to use',
    'date.manufactured': 'manufacture',
  },
});

type T = ReturnType<typeof warrantyTexts.useT>;

/** The three guarantees are known by their name; every other law by its own. */
const THREE_GUARANTEES = /458|修理更换退货|[Tt]hree guarantees/;

/** By which law, and in place of what, a term runs that the plan does not promise. */
export function lawInWords(t: T, law: LegalTerm, source?: WarrantySaid['source']): string {
  const named = t(THREE_GUARANTEES.test(law.source) ? 'law.three' : 'law.other', { source: law.source });
  const told = law.status === 'to_verify' ? t('law.verify', { law: named }) : named;
  if (law.said) return t('law.shorter', { said: limitInWords(t, law.said), law: told });
  return t(source === 'law' ? 'law.no_plan' : 'law.silent', { law: told });
}

/** What a clause said before the law raised it: a length, perhaps with the one day it was counted from. */
function limitInWords(t: T, said: string): string {
  const [limit = said, start] = said.split(' from ');
  const key = `date.${start ?? ''}`;
  return start && warrantyTexts.has(key) ? t('law.from', { limit: formatLimit(limit), start: t(key as 'date.accepted') }) : formatLimit(limit);
}

export const WARRANTY_TONES = { in_warranty: 'active', parts_in_warranty: 'active', unknown: 'alert', out_of_warranty: 'off', no_term: 'off' } as const satisfies Record<WarrantySaid['standing'], StatusTone>;

type State = Omit<WarrantySaid, 'source' | 'part_labels'> & Partial<Pick<WarrantySaid, 'part_labels'>>;

/** From when or until when, of the unit and of the parts that outlast it; nothing where no day can be told. */
export function daysInWords(t: T, said: State): string[] {
  const { standing, of, ends_on: day, begins_on: first, lifetime, used_up: most, parts = [], part_labels: labels = [] } = said;
  const subject = t(`of.${of}`);
  const own = () => {
    if (standing === 'no_term') return t('noTerm');
    if (first) return t('begins', { of: subject, day: first });
    if (most) return t('usedUp', { of: subject, amount: String(most.amount), unit: t(`usage.${most.unit}`) });
    if (lifetime) return t('lifetime', { of: subject });
    return day ? t(day < said.on ? 'ended' : 'until', { of: subject, day }) : undefined;
  };
  const others = partsInWords(t, parts, labels);
  const told = of === 'parts' && others.length > 0 ? undefined : own();
  return told === undefined ? others : [told, ...others];
}

/** The parts whose own terms run, each with its last day. */
export function partsInWords(t: T, parts: NonNullable<WarrantySaid['parts']>, labels: readonly string[] = []): string[] {
  return parts.map(({ class: code, ends_on: last }, index) => {
    const name = labels[index] || partInWords(t, code);
    return last ? t('until', { of: name, day: last }) : t('lifetime', { of: name });
  });
}

function partInWords(t: T, code: string | null | undefined): string {
  if (!code) return t('of.software');
  const word = legalWord('covers', code);
  return word === code ? (partName(code) ?? code) : word;
}

/** Everything to say beside the word: until when, what is missing, by which law or whose plan. */
export function warrantyInWords(t: T, said: WarrantySaid): string {
  const { lifetime, ends_on: day, missing_starts: missing, missing_readings: readings, law, source, standing } = said;
  const kinds = formatRow(missing.map((kind) => t(`date.${kind}`)), 'words');
  const lines = [
    ...daysInWords(t, said),
    !day && !lifetime && missing.length > 0 && t('start', { kinds }),
    said.missing_season === true && t('season'),
    readings.length > 0 && t('reading', { unit: formatRow(readings.map((unit) => t(`usage.${unit}`)), 'words') }),
    law ? lawInWords(t, law, source) : standing !== 'no_term' && t(`source.${source}`),
  ];
  return formatRow(lines.filter((line) => typeof line === 'string'), 'phrases');
}
