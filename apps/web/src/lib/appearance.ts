import type { Density, Preferences } from '@pupitre/shared/session/session.contract';
import { useSyncExternalStore } from 'react';
import type { Locale } from './i18n';

export type Appearance = Pick<Preferences, 'locale' | 'theme' | 'density'>;

/** Read by public/first-paint.js too. Appearance only: no text about a person is ever kept here. */
const STORAGE_KEY = 'pupitre.appearance';
const initial: Appearance = { locale: 'fr', theme: 'system', density: 'auto' };

function readKept(): Appearance {
  try {
    const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<Appearance>;
    return { ...initial, ...kept };
  } catch {
    return initial;
  }
}

let current = readKept();
const watchers = new Set<() => void>();
const darkWanted = matchMedia('(prefers-color-scheme: dark)');
darkWanted.addEventListener('change', show);
const fingerPoints = matchMedia('(pointer: coarse)');
fingerPoints.addEventListener('change', show);

export const keptLocale = (): Locale => current.locale;

export const isDark = (): boolean => current.theme === 'dark' || (current.theme === 'system' && darkWanted.matches);

const shownDensity = (): Density => {
  if (current.density !== 'auto') return current.density;
  return fingerPoints.matches ? 'tactile' : 'compact';
};

function show(): void {
  const root = document.documentElement;
  if (isDark()) root.dataset.theme = 'sombre';
  else delete root.dataset.theme;
  root.dataset.densite = shownDensity();
  for (const watcher of watchers) watcher();
}

/** Shows a theme and a density at once and keeps a copy for the next first paint. */
export function applyAppearance(wanted: Partial<Appearance>): void {
  const { locale, theme, density } = { ...current, ...wanted };
  current = { locale, theme, density };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(current));
  } catch {
    // Storage refused: the account still keeps the choice.
  }
  show();
}

const subscribe = (notify: () => void) => {
  watchers.add(notify);
  return () => watchers.delete(notify);
};

export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark);

/** The density in force: chosen, or the device's. */
export const useDensity = (): Density => useSyncExternalStore(subscribe, shownDensity);
