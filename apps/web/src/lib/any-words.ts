import { useTranslation } from 'react-i18next';

/** For keys that arrive as values (`namespace:key` of a shortcut or a screen): typed keys are the rule, this is the exception. */
export function useAnyWords(): (key: string) => string {
  const { t } = useTranslation();
  return t as unknown as (key: string) => string;
}
