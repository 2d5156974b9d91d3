import {
  type AppointmentCard,
  type AppointmentRequest,
  cancelAppointment,
  editAppointment,
  moveAppointment,
  type UndoableAct,
} from '@pupitre/shared/planning/appointment.contract';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { swapAppointments } from '@pupitre/shared/planning/together.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { placeCard, refreshDays } from '../../lib/day-copies';
import { useRefusedChange } from '../../lib/use-refused-change';
import { useTellVisitAct, useVisitChange } from '../../lib/visit-change';
import type { SlotPlace } from './booking-draft';
import { visitQuery } from './planning.queries';
import type { Words } from './use-words';

export type Asker = NonNullable<AppointmentCard['cancelledBy']>;
/** Where a visit goes; without a length of its own it keeps the one it has. */
export interface VisitPlace extends SlotPlace {
  readonly durationMin?: number;
  /** What of the place is passed over, and why. */
  readonly override?: AppointmentRequest['override'];
}

interface Changed {
  readonly appointment: AppointmentCard;
  readonly act: UndoableAct | null;
}

export interface VisitMutations {
  /** Each is drawn at once and taken back with the reason when refused; false when it was. */
  changeStatus(visit: AppointmentCard, to: AppointmentStatus): Promise<boolean>;
  cancel(visit: AppointmentCard, by: Asker, reason: string): Promise<boolean>;
  edit(visit: AppointmentCard, body: Pick<AppointmentCard, 'motifId' | 'note' | 'urgent'>): Promise<boolean>;
  /** Rejects with the `ApiProblem` when the place is refused: the screen says why where it was dropped. */
  move(visit: AppointmentCard, place: VisitPlace): Promise<void>;
  /** Two visits change places, each with its own length. Rejects as `move` does. */
  swap(first: AppointmentCard, second: AppointmentCard): Promise<void>;
  /** Shows a visit just changed, with its way back. */
  tell(changed: Changed): void;
}

/** The act each status is told by before the server names it. */
const kindOfStatus: Partial<Record<AppointmentStatus, string>> = {
  in_consultation: 'called',
  to_collect: 'seen',
  booked: 'restored',
};

const movedTo = (visit: AppointmentCard, place: Required<Omit<VisitPlace, 'override'>>): AppointmentCard => {
  const { resourceId, day, startMin, durationMin } = place;
  return { ...visit, resourceId, day, startMin, endMin: startMin + durationMin };
};

/** The changes a desk makes to a visit: drawn at once, undone by Ctrl+Z, taken back with the reason when refused. */
export function useVisitMutations(practiceId: string, words: Words): VisitMutations {
  const client = useQueryClient();
  const tellRefusal = useRefusedChange(practiceId);
  const tellAct = useTellVisitAct(practiceId);
  const change = useVisitChange(practiceId);

  return useMemo(() => {
    const readAgain = (id: string) => void client.invalidateQueries(visitQuery(practiceId, id));
    const tell = ({ appointment, act }: Changed) => {
      placeCard(client, practiceId, appointment);
      readAgain(appointment.id);
      if (!act) return;
      const told = words.act(act, appointment);
      tellAct(act, told);
      announce(told.sentence);
    };
    const sayRefusal = async (visit: AppointmentCard, error: unknown) => {
      refreshDays(client, practiceId);
      await tellRefusal(error, visit);
    };
    /** Draws `shown`, sends, then draws the answer, or what stood before. */
    const attempt = async (visit: AppointmentCard, shown: AppointmentCard, send: () => Promise<Changed>) => {
      placeCard(client, practiceId, shown);
      try {
        tell(await send());
      } catch (error) {
        placeCard(client, practiceId, visit);
        throw error;
      }
    };
    const settle = async (visit: AppointmentCard, attempted: Promise<unknown>) => {
      try {
        await attempted;
        return true;
      } catch (error) {
        await sayRefusal(visit, error);
        return false;
      }
    };
    const about = ({ id, version }: AppointmentCard) => ({
      params: { practiceId, appointmentId: id },
      ifMatch: version,
    });

    return {
      tell,
      changeStatus: (visit, to) => {
        const told = words.act({ kind: kindOfStatus[to] ?? to }, visit);
        const changed = change({ visit, to, at: serverNow().toISOString() }, told).then(() => {
          announce(told.sentence);
          readAgain(visit.id);
        });
        return settle(visit, changed);
      },
      cancel: (visit, by, reason) =>
        settle(
          visit,
          attempt(visit, { ...visit, status: 'cancelled', cancelledBy: by }, () =>
            callApi(cancelAppointment, { ...about(visit), body: { by, reason } }),
          ),
        ),
      edit: (visit, body) =>
        settle(
          visit,
          attempt(visit, { ...visit, ...body }, () => callApi(editAppointment, { ...about(visit), body })),
        ),
      move: async (visit, place) => {
        const { resourceId, day, startMin, durationMin = visit.endMin - visit.startMin, override = null } = place;
        const body = { resourceId, day, startMin, durationMin, override };
        try {
          await attempt(visit, movedTo(visit, body), () => callApi(moveAppointment, { ...about(visit), body }));
        } catch (error) {
          if (!isStale(error)) throw error;
          await sayRefusal(visit, error);
        }
      },
      swap: async (first, second) => {
        const inHand = ({ id, version }: AppointmentCard) => ({ appointmentId: id, version });
        const body = { first: inHand(first), second: inHand(second), override: null };
        const { appointments, act } = await callApi(swapAppointments, { params: { practiceId }, body });
        const [moved, ...others] = appointments;
        for (const appointment of others) placeCard(client, practiceId, appointment);
        if (moved) tell({ appointment: moved, act });
      },
    };
  }, [client, practiceId, words, tellRefusal, tellAct, change]);
}

const isStale = (error: unknown) => error instanceof ApiProblem && error.code === 'version.stale';
