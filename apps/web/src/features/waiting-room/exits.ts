import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { Board } from './board';

export const exits = ['absent', 'left'] as const;
export type Exit = (typeof exits)[number];

/** Rows shown under the counts: those of the opened one; with a filter, whoever answers it and has left the lists. */
export function exitRows(board: Board, opened: Exit | null, isNarrowed: boolean): readonly AppointmentCard[] {
  if (isNarrowed) return [...board.absent, ...board.left, ...board.done, ...board.cancelled];
  return opened ? board[opened] : [];
}
