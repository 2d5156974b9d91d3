import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { MotifView } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { createContext, useContext } from 'react';

/** Where a home visit takes place, and the number to ring before. */
export interface HomeVisit {
  readonly address: string;
  readonly phone: string | null;
}

export interface MyDay {
  day: LocalDay;
  zone: string;
  now: Date;
  latenessMinutes: number;
  motifOf: (visit: AppointmentCard) => MotifView | undefined;
  homeOf: (visit: AppointmentCard) => HomeVisit | undefined;
  /** The patient is called in, or the visit outside begins. */
  call: (visit: AppointmentCard) => void;
  finish: (visit: AppointmentCard) => void;
}

export const MyDayContext = createContext<MyDay | null>(null);

export function useMyDay(): MyDay {
  const day = useContext(MyDayContext);
  if (!day) throw new Error('a block outside of the day');
  return day;
}
