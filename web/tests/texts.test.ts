import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';

// Loading a texts file registers its namespace.
const files = import.meta.glob('../src/**/{texts,*Texts}.ts');

const HAN = /\p{Script=Han}/u;
/** English texts that name a Chinese thing on purpose. */
const CHINESE_IN_ENGLISH = new Set(['app: language.switch', 'people: language.zh', 'settings: language.zh']);

function bundle(language: string, namespace: string): Record<string, string> {
  return i18next.getResourceBundle(language, namespace) ?? {};
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? '').toSorted();
}

describe('every text exists in both languages', () => {
  let namespaces: string[] = [];
  beforeAll(async () => {
    await Promise.all(Object.values(files).map((load) => load()));
    namespaces = Object.keys(i18next.store.data['zh-CN'] ?? {});
  });

  test('each texts file registers one namespace of its own', () => {
    expect(namespaces.length).toBe(Object.keys(files).length);
  });

  test('the same keys', () => {
    for (const namespace of namespaces) {
      const english = Object.keys(bundle('en', namespace)).filter((key) => !key.endsWith('_one'));
      expect(english.toSorted(), namespace).toEqual(Object.keys(bundle('zh-CN', namespace)).toSorted());
    }
  });

  test('the same placeholders, no empty text, no Chinese left in English', () => {
    const wrong: string[] = [];
    for (const namespace of namespaces) {
      const chinese = bundle('zh-CN', namespace);
      for (const [key, text] of Object.entries(bundle('en', namespace))) {
        const original = chinese[key.replace(/_one$/, '')] ?? '';
        const place = `${namespace}: ${key}`;
        if (text.trim() === '' || original.trim() === '') wrong.push(`${place} is empty`);
        if (!key.endsWith('_one') && placeholders(text).join() !== placeholders(original).join()) wrong.push(`${place} has other placeholders`);
        if (HAN.test(text) && !CHINESE_IN_ENGLISH.has(place)) wrong.push(`${place} is not English`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
