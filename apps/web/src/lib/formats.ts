import { formatsFor } from '@pupitre/shared/formats/formats';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from './i18n';

/** The one formatter of times, dates, money and phones, in the person's language. */
export function useFormats() {
  const { i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return useMemo(() => formatsFor(locale), [locale]);
}
