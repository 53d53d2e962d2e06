import i18next from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';

export const LANGUAGES = { 'zh-CN': '简体中文', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

const STORE_KEY = 'jiannuo.language';

function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORE_KEY) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

void i18next.init({
  lng: storedLanguage(),
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
});

export function currentLanguage(): Language {
  return i18next.language as Language;
}

export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(STORE_KEY, language);
  } catch {
    // Private windows may refuse to store; the choice then lasts for this page.
  }
  void i18next.changeLanguage(language);
}

export function onLanguageChange(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The language in use; the component renders again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage);
}

type Values = Record<string, string | number>;
type English<Z> = { [K in keyof Z]: string } & { [K in keyof Z & string as `${K}_one`]?: string };

export type Translate<Key extends string> = (key: Key, values?: Values) => string;

export type Texts<Key extends string> = {
  /** In components: translates in the language in use. */
  useT: () => Translate<Key>;
  /** Outside components (formatters, tests). */
  t: Translate<Key>;
  has: (key: string) => key is Key;
};

/**
 * A feature's words in both languages, with keys checked by the compiler. English may add `KEY_one` where a count of one
 * reads differently; Chinese has no plural.
 */
export function defineTexts<const Z extends Record<string, string>>(
  namespace: string,
  texts: { zh: Z; en: English<Z> },
): Texts<keyof Z & string> {
  i18next.addResourceBundle('zh-CN', namespace, texts.zh);
  i18next.addResourceBundle('en', namespace, texts.en);
  const translate = (language: Language, key: string, values?: Values): string =>
    i18next.t(key, { ...values, ns: namespace, lng: language });
  return {
    useT: () => {
      const language = useLanguage();
      return useCallback((key: string, values?: Values) => translate(language, key, values), [language]);
    },
    t: (key, values) => translate(currentLanguage(), key, values),
    has: (key): key is keyof Z & string => Object.hasOwn(texts.zh, key),
  };
}
