import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { MotifView, PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { createContext, useContext } from 'react';
import type { RoomAct } from './room-acts';

/** What every row of the board asks of the screen. */
export interface Room {
  practiceId: string;
  day: LocalDay;
  zone: string;
  /** Start of the minute under way, by the server's clock. */
  now: Date;
  alertMinutes: number;
  setup: PracticeSetup;
  motifOf: (visit: AppointmentCard) => MotifView | undefined;
  columnOf: (visit: AppointmentCard) => string;
  latenessOf: (resourceId: string) => number;
  isSaving: (visit: AppointmentCard) => boolean;
  /** The row that shows its buttons. */
  activeId: string | null;
  choose: (visitId: string) => void;
  actsOn: (visit: AppointmentCard) => readonly RoomAct[];
  run: (act: RoomAct, visit: AppointmentCard) => void;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('a row outside of the waiting room');
  return room;
}
