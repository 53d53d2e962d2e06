import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { partName } from '@/shared/words/partName';
import { classWords, knownClasses, labelFor, newCode } from './classes';

type Sources = Parameters<typeof knownClasses>[0];

const term = (covers: object) => ({ heading: '', promise: { kind: 'warranty_term', covers } });
const plan = {
  clauses: [
    term({ what: 'whole_unit', except: ['bulb'] }),
    term({ what: 'component', class: 'laser-module' }),
    term({ what: 'software' }),
    { promise: { kind: 'time_limit' } },
  ],
} as unknown as Sources['plan'];
const products = [
  { component_classes: [{ class: 'laser-module', label: '激光光源' }, { class: 'motor', label: '主轴电机' }] },
  { component_classes: [{ class: 'laser-module', label: '光源' }] },
];
const law = { rows: [{ covers: 'whole_unit' }, { covers: 'motor' }, { covers: 'compressor' }, { covers: 'compressor' }] } as Sources['law'];

const names = () => knownClasses({ plan, products, law }).map(({ name }) => name);

beforeEach(() => setLanguage('zh-CN'));

describe('the classes there are', () => {
  test('each once, those the plan names first; the whole unit is none', () => {
    expect(knownClasses({ plan, products, law }).map((one) => `${one.source} ${one.class}`)).toEqual(['plan bulb', 'plan laser-module', 'company motor', 'law compressor']);
  });

  test('by their word in either language, else by what the company calls them first', () => {
    expect(names()).toEqual(['灯泡', '激光光源', '电机', '压缩机']);
    setLanguage('en');
    expect(names()).toEqual(['Lamp', '激光光源', 'Motor', 'Compressor']);
  });

  test('one that nobody has a word for keeps its code', () => {
    expect(knownClasses({ plan }).map(({ name }) => name)).toEqual(['灯泡', 'laser-module']);
  });
});

describe('the classes that plans name in their own words', () => {
  const named = (heading: string, code: string) => ({ ...term({ what: 'component', class: code }), heading });
  const plans = [
    { clauses: [named('主机头保修期', 'part-1'), named('主机头保修期', 'part-4e3b673a5934'), named('电机保修期', 'motor')] },
    { clauses: [term({ what: 'whole_unit', except: ['part-7', 'part-6e055305'] })] },
  ] as unknown as NonNullable<Sources['plans']>;

  test('of every plan in force, by their names and never by a number', () => {
    const found = knownClasses({ plans, products });
    expect(found.filter(({ source }) => source === 'plans').map(classWords)).toEqual(['主机头', '主机头', '清包']);
    expect(found.map(({ class: code }) => code)).not.toContain('part-7');
  });

  test('a class with a code of its own shows it beside the name', () => expect(classWords({ class: 'motor', name: '电机' })).toBe('电机 · motor'));
});

test.each([
  ['part-4e3b673a', '主机'],
  ['part-1', undefined],
  ['part-0007', undefined],
  ['part-4e3b6', undefined],
  ['motor', undefined],
])('%s spells %j', (code, word) => expect(partName(code)).toBe(word));

test.each([
  ['Water pump', 'water-pump'],
  [' bulb_2 ', 'bulb-2'],
  ['水泵', undefined],
  ['-pump', undefined],
  ['', undefined],
  ['a'.repeat(65), undefined],
])('a new class typed as %j is %j', (text, code) => expect(newCode(text)).toBe(code));

describe('the label follows the class', () => {
  const known = knownClasses({ products, law });

  test.each([
    ['an empty one is filled', {}, '压缩机'],
    ['the name of the class before is replaced', { class: 'motor', label: '电机' }, '压缩机'],
    ['a label of one’s own stays', { class: 'motor', label: '主轴电机' }, '主轴电机'],
  ])('%s', (_, before, label) => expect(labelFor(known, 'compressor', before)).toBe(label));

  test('a new class brings no label', () => expect(labelFor(known, 'water-pump', { class: 'motor', label: '电机' })).toBe(''));
});
