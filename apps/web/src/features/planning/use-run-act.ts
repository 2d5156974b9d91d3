import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { addDays } from '@pupitre/shared/time/zone';
import { useMembership } from '../../lib/session';
import { closeDraft } from './booking-draft';
import { askCancel } from './cancelling';
import { type SeriesStart, useDayScreen, type WaitWish } from './day-screen-context';
import { takeInHand } from './pince';
import { startAgain, startBeside } from './use-start-booking';
import { actsOn, statusFor, type VisitActName, type VisitActsQuestion } from './visit-acts';

/** She keeps her visit until an earlier place is given to her. */
const earlierThan = ({ id, resourceId, day, startMin, endMin, motifId, patient }: AppointmentCard): WaitWish => ({
  ...{ patient, motifId, durationMin: endMin - startMin, resourceIds: [resourceId], toDay: day },
  visit: { id, resourceId, day, startMin },
});

/** A series like this visit, from the week after it on. */
const seriesAfter = ({ resourceId, day, startMin, endMin, motifId, patient }: AppointmentCard): SeriesStart => ({
  ...{ patient, motifId, resourceId, startMin, durationMin: endMin - startMin, day: addDays(day, 7) },
});

/** The acts open on a visit here and now, and how each is done. */
export function useRunAct() {
  const screen = useDayScreen();
  const { setup, now, acts, go, practiceId, onOpenFile, onCollect, onWait, onSeries, focusGrid } = screen;
  const { roles, permissions, practitionerId } = useMembership();

  const questionOf = (visit: AppointmentCard): VisitActsQuestion => ({
    ...{ visit, roles, permissions, practitionerId, now },
    hasUsualActs: (setup.motifs.find(({ id }) => id === visit.motifId)?.usualActs.length ?? 0) > 0,
    canOpenFile: onOpenFile !== undefined,
    canCollect: onCollect !== undefined,
    canWait: onWait !== undefined,
    canSeries: onSeries !== undefined,
  });
  const openActs = (visit: AppointmentCard) => actsOn(questionOf(visit));

  const run = (act: VisitActName, visit: AppointmentCard) => {
    if (!openActs(visit).includes(act)) return;
    const to = statusFor(act, questionOf(visit));
    if (to) void acts.changeStatus(visit, to);
    else if (act === 'file') onOpenFile?.(visit.patient.id);
    else if (act === 'collect') onCollect?.(visit.id);
    else if (act === 'earlier') onWait?.(earlierThan(visit));
    else if (act === 'series') onSeries?.(seriesAfter(visit));
    else if (act === 'again') startAgain(screen, visit);
    else if (act === 'beside') startBeside(screen, visit);
    else {
      closeDraft(practiceId);
      go({ rdv: visit.id }, true);
      if (act === 'cancel') askCancel(visit.id);
      else {
        takeInHand(visit);
        focusGrid(visit.id);
      }
    }
  };
  return { openActs, run };
}
