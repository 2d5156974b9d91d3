import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Locale = 'fr' | 'en';
export const locales: readonly Locale[] = ['fr', 'en'];

const frameWords = {
  fr: () => import('../locales/frame-words.fr'),
  en: () => import('../locales/frame-words.en'),
};
const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../locales/*/*.json',
  '!../locales/*/{errors,frame,keyboard,session,status}.json',
]);

/** The words of a domain are loaded with the first screen that needs them. */
const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language: string, namespace: string, done: ReadCallback) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) {
      done(new Error(`no words for ${language}/${namespace}`), null);
      return;
    }
    load().then(
      (file) => done(null, file.default),
      (error: Error) => done(error, null),
    );
  },
};

export async function startWords(locale: Locale): Promise<void> {
  const { default: words } = await frameWords[locale]();
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: locale,
      // A missing key is a defect that a test finds; showing the other language would hide it.
      fallbackLng: false,
      supportedLngs: locales,
      resources: { [locale]: words },
      partialBundledLanguages: true,
      ns: Object.keys(words),
      defaultNS: 'frame',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = locale;
}

/** For a route's loader: the screen's words are there before it is drawn. */
export const loadWords = (...namespaces: string[]): Promise<void> => i18next.loadNamespaces(namespaces);

export async function changeLocale(locale: Locale): Promise<void> {
  if (i18next.language === locale) return;
  const { default: words } = await frameWords[locale]();
  for (const [namespace, bundle] of Object.entries(words)) i18next.addResourceBundle(locale, namespace, bundle);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
