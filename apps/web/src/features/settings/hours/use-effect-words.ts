import type { OpeningEffect } from '@pupitre/shared/practices/opening.contract';
import { useTranslation } from 'react-i18next';

/** « 2 RDV déjà pris tombent en dehors : ils sont gardés. », or nothing to say. */
export function useEffectWords() {
  const { t } = useTranslation('hours');
  return ({ appointmentsOutside: count }: Pick<OpeningEffect, 'appointmentsOutside'>): string[] =>
    count > 0 ? [t('effect.said', { count })] : [];
}
