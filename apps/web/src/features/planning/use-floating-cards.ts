import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { useMemo } from 'react';
import type { CarriedCard, PlannerCard } from '../../planner/types';
import { useBookingDraft } from './booking-draft';
import { activeVisits } from './column-days';
import { useDayScreen } from './day-screen-context';
import { usePince } from './pince';
import { useSaving } from './saving';
import { useVisitCards } from './use-visit-cards';

/** The visit on the Pince over the day shown; in the first column when its own is not in the view. */
export function useCarriedCard(): CarriedCard | null {
  const pinced = usePince();
  const { setup, now, columns } = useDayScreen();
  const draw = useVisitCards();
  return useMemo(() => {
    if (!pinced) return null;
    const { visit, columnId, startMin, durationMin } = pinced;
    const shown = columns.find(({ resource }) => resource.id === columnId) ?? columns[0];
    if (!shown) return null;
    const columnTitle = shown.resource.shortName;
    const card = draw(visit, { setup, now, columnTitle, draggable: true, isRefused: false });
    const endMin = startMin + durationMin;
    return { cardId: visit.id, columnId: shown.resource.id, startMin, endMin, card };
  }, [pinced, columns, setup, now, draw]);
}

/** What is being booked, drawn at once and pale until the server confirms. */
export function useSavingCard(): PlannerCard | null {
  const saving = useSaving();
  const { practiceId, setup, now, day, columns } = useDayScreen();
  const { patient } = useBookingDraft(practiceId);
  const draw = useVisitCards();
  return useMemo(() => {
    if (!saving || !patient || saving.day !== day) return null;
    const column = columns.find(({ resource }) => resource.id === saving.resourceId);
    // The live line can bring the visit before its own answer does: one card is enough.
    if (!column || activeVisits(column).some((visit) => isSamePlace(visit, patient.id, saving.startMin))) return null;
    const visit: AppointmentCard = {
      ...saving,
      id: 'saving',
      practitionerId: column.resource.practitionerId,
      patient: { ...patient, hasPhone: true, headsUp: '' },
      endMin: saving.startMin + saving.durationMin,
      ...{ startsAt: now.toISOString(), endsAt: now.toISOString(), version: 1 },
      status: saving.walkIn ? 'arrived' : 'booked',
      ...{ arrivedAt: null, calledAt: null, seenAt: null, cancelledBy: null, dueCents: null },
      ...{ rajoutReason: null, companionIds: [], taken: [], meetingId: null, videoUrl: '' },
      ...{ seriesId: null, seriesIndex: null, seriesCount: null, bundleId: null },
    };
    const columnTitle = column.resource.shortName;
    return { ...draw(visit, { setup, now, columnTitle, draggable: false, isRefused: false }), saving: true };
  }, [saving, patient, day, columns, setup, now, draw]);
}

const isSamePlace = (visit: AppointmentCard, patientId: string, startMin: number): boolean =>
  visit.patient.id === patientId && visit.startMin === startMin;
