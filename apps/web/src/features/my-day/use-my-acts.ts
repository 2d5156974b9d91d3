import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useRefusedChange } from '../../lib/use-refused-change';
import { useVisitChange } from '../../lib/visit-change';
import { finishedStatus } from './day-plan';

/** What a practitioner does to her own visits: shown at once, undone from the toast, taken back when refused. */
export function useMyActs(practiceId: string, motifOf: (visit: AppointmentCard) => MotifView | undefined) {
  const { t } = useTranslation('my-day');
  const formats = useFormats();
  const change = useVisitChange(practiceId);
  const tellRefusal = useRefusedChange(practiceId);
  const move = (visit: AppointmentCard, to: 'in_consultation' | 'to_collect' | 'done') => {
    const who = formats.nameFull(visit.patient);
    const words = { name: t(`told.${to}.name`, { who }), sentence: t(`told.${to}.sentence`, { who }) };
    change({ visit, to, at: serverNow().toISOString() }, words).catch((error: unknown) => tellRefusal(error, visit));
  };
  return {
    call: (visit: AppointmentCard) => move(visit, 'in_consultation'),
    finish: (visit: AppointmentCard) => move(visit, finishedStatus((motifOf(visit)?.usualActs.length ?? 0) > 0)),
  };
}
