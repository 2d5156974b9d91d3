import type { ClosedReason } from '@pupitre/shared/planning/practice-day';
import { type LocalDay, toLocal } from '@pupitre/shared/time/zone';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats';

/** Says why time is closed: « Pause », « Ouverture à 9 h », « Absence : formation. Retour mardi 3 mars. » */
export function useClosedWords(zone: string): (reason: ClosedReason, day: LocalDay) => string {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return useCallback(
    (reason, day) => {
      switch (reason.kind) {
        case 'before_opening':
          return t('closed.before', { time: formats.timeOfMinutes(reason.opensAtMin) });
        case 'break':
          return t('closed.break');
        case 'holiday':
          return t('closed.holiday', { name: t(`holiday.${reason.code}`) });
        case 'absence': {
          if (reason.reason === 'outside') return t('closed.outside');
          const back = toLocal(new Date(reason.returnsAt), zone);
          const time = formats.timeOfMinutes(back.minutes);
          const when = back.day === day ? t('closed.backAt', { time }) : formats.dateMedium(back.day);
          return t('closed.absence', { reason: t(`absence.${reason.reason}`), when });
        }
        case 'exception':
          return reason.reason ? t('closed.exceptionWhy', { reason: reason.reason }) : t('closed.exception');
        case 'closed_day':
          return t('closed.closedDay', { label: reason.label });
        case 'closed':
          return t('closed.closed');
      }
    },
    [t, formats, zone],
  );
}
