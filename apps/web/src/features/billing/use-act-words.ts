import { useTranslation } from 'react-i18next';

/** The label of an act in the person's language. */
export function useActLabel(): (act: { labelFr: string; labelEn: string }) => string {
  const { i18n } = useTranslation();
  return ({ labelFr, labelEn }) => (i18n.language === 'fr' ? labelFr : labelEn);
}
