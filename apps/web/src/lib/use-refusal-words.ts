import type { Refusal } from '@pupitre/shared/planning/booking-refusals';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './formats';
import type { useClosedWords } from './use-closed-words';

/** Says why a place cannot be given, with what the rule knows: « Pause, reprise à 14 h », « Déjà un RDV de 10 h à 10 h 20 ». */
export function useRefusalWords(
  closed: ReturnType<typeof useClosedWords>,
): (refusal: Refusal, day: LocalDay) => string {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return useCallback(
    ({ code, details }, day) => {
      switch (code) {
        case 'appointment.slot_taken':
          return t('refusal.taken', {
            from: formats.timeOfMinutes(details.startMin),
            to: formats.timeOfMinutes(details.endMin),
          });
        case 'appointment.slot_held':
          return t('refusal.held', {
            name: details.by,
            from: formats.timeOfMinutes(details.startMin),
            to: formats.timeOfMinutes(details.endMin),
          });
        case 'appointment.in_meeting':
        case 'appointment.group_session':
          return t('refusal.meeting', { title: details.title });
        case 'appointment.rajouts_used_up':
          return t('refusal.rajouts', { count: details.allowed });
        case 'appointment.reserved_for_urgent':
          return t('refusal.reserved', {
            from: formats.timeOfMinutes(details.startMin),
            to: formats.timeOfMinutes(details.endMin),
          });
        case 'appointment.patient_busy':
          if (details.startMin === null) return t('refusal.patientBusyElsewhere');
          return t('refusal.patientBusy', {
            from: formats.timeOfMinutes(details.startMin),
            to: formats.timeOfMinutes(details.endMin),
          });
        case 'appointment.channel_not_offered':
          return t('refusal.channel');
        case 'appointment.new_patients_only':
          return t('refusal.newOnly');
        case 'appointment.known_patients_only':
          return t('refusal.knownOnly');
        case 'appointment.need_not_free':
          return t('refusal.need', { name: details.name });
        case 'appointment.outside_opening_hours':
          return t('refusal.closed', { reason: closed(details.reason, day) });
        case 'appointment.practitioner_absent':
          return closed({ kind: 'absence', note: '', ...details }, day);
        case 'appointment.public_holiday':
          return t('closed.holiday', { name: t(`holiday.${details.holiday}`) });
        case 'appointment.practice_closed':
          return t('closed.closedDay', { label: details.label });
        case 'appointment.motif_not_offered':
          return t('refusal.motif');
        case 'appointment.resource_inactive':
          return t('refusal.inactive');
        case 'appointment.too_far':
          return t('refusal.tooFar', { day: formats.dateLong(details.lastDay) });
        case 'appointment.in_the_past':
          return t('refusal.past');
        case 'appointment.walk_in_not_today':
          return t('refusal.walkIn');
        case 'appointment.end_before_start':
          return t('refusal.length');
        case 'appointment.nonexistent_local_time':
          return t('refusal.noSuchTime');
      }
    },
    [t, formats, closed],
  );
}
