import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useMay, useMembership } from '../../lib/session';
import { useRefusedChange } from '../../lib/use-refused-change';
import { useVisitChange } from '../../lib/visit-change';
import { actsOn, type RoomAct, statusAfter } from './room-acts';

/** Screens the routes lead to; an act without its screen is not shown. */
export interface RoomDoors {
  onOpenFile?: (patientId: string) => void;
  onOpenTill?: (appointmentId: string) => void;
}

const TOLD = ['arrived', 'in_consultation', 'to_collect', 'done', 'no_show', 'left'] as const;
type ToldStatus = (typeof TOLD)[number];
const isTold = (status: AppointmentStatus): status is ToldStatus => TOLD.some((told) => told === status);

/** Which acts a row offers, and what they do. */
export function useRoomActs(setup: PracticeSetup, now: Date, { onOpenFile, onOpenTill }: RoomDoors) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const may = useMay();
  const { practiceId, roles, practitionerId } = useMembership();
  const change = useVisitChange(practiceId);
  const tellRefusal = useRefusedChange(practiceId);

  const hasUsualActs = useCallback(
    ({ motifId }: AppointmentCard) => (setup.motifs.find(({ id }) => id === motifId)?.usualActs.length ?? 0) > 0,
    [setup],
  );
  const offered = (visit: AppointmentCard) => {
    const open = actsOn({
      visit,
      roles,
      practitionerId,
      hasUsualActs: hasUsualActs(visit),
      now,
      mayCharge: may('billing.charge'),
      canOpenFile: onOpenFile !== undefined,
      canOpenTill: onOpenTill !== undefined,
    });
    return may('appointment.change_status') ? open : open.filter((act) => act === 'file');
  };
  const run = (act: RoomAct, visit: AppointmentCard) => {
    if (act === 'file') return onOpenFile?.(visit.patient.id);
    if (act === 'collect') return onOpenTill?.(visit.id);
    const to = statusAfter(act, visit.status, hasUsualActs(visit));
    if (!isTold(to)) return;
    const who = formats.nameFull(visit.patient);
    const words = { name: t(`told.${to}.name`, { who }), sentence: t(`told.${to}.sentence`, { who }) };
    change({ visit, to, at: serverNow().toISOString() }, words).catch((error: unknown) => tellRefusal(error, visit));
  };
  return { offered, run };
}
