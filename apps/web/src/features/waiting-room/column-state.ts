import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { openIntervals } from '@pupitre/shared/planning/practice-day';
import { columnHours } from '@pupitre/shared/practices/column-hours';
import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import type { Board } from './board';

export interface ColumnState {
  readonly resource: ResourceView;
  readonly latenessMinutes: number;
  /** With the practitioner now; the last called when two are. */
  readonly inRoom: AppointmentCard | undefined;
  /** By the hour given: somebody who waits, else somebody still on the way. */
  readonly next: AppointmentCard | undefined;
}

const byStart = (a: AppointmentCard, b: AppointmentCard) => a.startMin - b.startMin;

/** The strip over the board: one cell for each column that works today or has visits all the same. */
export function columnStates(
  columns: readonly ResourceView[],
  board: Pick<Board, 'expected' | 'present' | 'inRoom'>,
  latenessOf: (resourceId: string) => number,
): ColumnState[] {
  return columns.map((resource) => {
    const own = (list: readonly AppointmentCard[]) => list.filter(({ resourceId }) => resourceId === resource.id);
    const inRoom = own(board.inRoom).toSorted((a, b) => Date.parse(b.calledAt ?? '') - Date.parse(a.calledAt ?? ''));
    return {
      resource,
      latenessMinutes: latenessOf(resource.id),
      inRoom: inRoom[0],
      next: own(board.present).toSorted(byStart)[0] ?? own(board.expected).toSorted(byStart)[0],
    };
  });
}

/** Columns that open on the day, or that hold a visit of it although closed. */
export function columnsAtWork(
  columns: readonly ResourceView[],
  setup: PracticeSetup,
  day: LocalDay,
  visits: readonly AppointmentCard[],
): ResourceView[] {
  return columns.filter(
    ({ id: resourceId }) =>
      visits.some((visit) => visit.resourceId === resourceId && visit.status !== 'cancelled') ||
      openIntervals({ ...columnHours(setup, resourceId), day }).length > 0,
  );
}
