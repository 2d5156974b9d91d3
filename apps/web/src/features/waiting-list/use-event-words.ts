import { type WaitingEvent, withdrawalReasons } from '@pupitre/shared/planning/waiting-list.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';

const fieldNames = [
  'motifId',
  'durationMin',
  'resourceIds',
  'fromDay',
  'toDay',
  'times',
  'noticeMin',
  'urgency',
  'appointmentId',
  'note',
] as const;

/** A line of the history: « Retrait par Léa BERNARD : injoignable ». */
export function useEventWords(): (event: WaitingEvent) => string {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  return ({ kind, details, actorName: by }) => {
    if (kind === 'edited') {
      const changed = (details.fields ?? '')
        .split(',')
        .flatMap((name) => fieldNames.find((known) => known === name) ?? []);
      const fields = changed.map((name) => t(`field.${name}`)).join(', ');
      return t('event.edited', { by, fields: fields || t('field.nothing') });
    }
    if (kind === 'withdrawn') {
      const known = withdrawalReasons.find((reason) => reason === details.reason) ?? 'other';
      const reason = t(`withdraw.${known}`).toLocaleLowerCase();
      return details.note
        ? t('event.withdrawnNote', { by, reason, note: details.note })
        : t('event.withdrawn', { by, reason });
    }
    if (kind === 'booked') {
      const [day, time] = [formats.dateMedium(details.day ?? ''), formats.timeOfMinutes(Number(details.startMin))];
      return t('event.booked', { by, day, time });
    }
    return t(`event.${kind}`, { by });
  };
}
