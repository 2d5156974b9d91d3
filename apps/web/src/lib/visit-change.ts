import {
  type AppointmentCard,
  changeAppointmentStatus,
  type UndoableAct,
  undoAct,
} from '@pupitre/shared/planning/appointment.contract';
import type { AppointmentStatus } from '@pupitre/shared/planning/appointment-status';
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { callApi } from './api-client';
import { placeCard, refreshDays } from './day-copies';
import { tellAct } from './last-act';

export interface VisitChange {
  /** As it was seen when the key was pressed: its version is what the server compares. */
  visit: AppointmentCard;
  to: AppointmentStatus;
  /** ISO instant, the server's clock: what the card shows until the server says its own. */
  at: string;
}

/** Words of an act for the toast and the status bar. */
export interface ActWords {
  name: string;
  sentence: string;
}

const changeKey = (practiceId: string) => ['visit-status', practiceId] as const;

/** Versions our own acts left: two quick keys on one visit are two steps, not a quarrel with a colleague. */
const ownVersions = new Map<string, number>();

/**
 * Changes the status of visits, one after the other. The card moves at once (`usePendingChanges`) and comes back by
 * itself when the server refuses; the promise then rejects with the `ApiProblem`.
 */
export function useVisitChange(practiceId: string): (change: VisitChange, words: ActWords) => Promise<void> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationKey: changeKey(practiceId),
    scope: { id: `visit-status:${practiceId}` },
    gcTime: 0,
    mutationFn: ({ visit, to }: VisitChange) =>
      callApi(changeAppointmentStatus, {
        params: { practiceId, appointmentId: visit.id },
        body: { to },
        ifMatch: Math.max(visit.version, ownVersions.get(visit.id) ?? 0),
      }),
    onSuccess: ({ appointment }) => {
      ownVersions.set(appointment.id, appointment.version);
      placeCard(client, practiceId, appointment);
    },
    onError: () => refreshDays(client, practiceId),
  });
  const tell = useTellVisitAct(practiceId);
  return useCallback(
    async (change, words) => {
      const { act } = await mutateAsync(change);
      tell(act, words);
    },
    [mutateAsync, tell],
  );
}

/** Offers the way back of an act on a visit, when the server keeps one. */
export function useTellVisitAct(practiceId: string): (act: UndoableAct | null, words: ActWords) => void {
  const client = useQueryClient();
  return useCallback(
    (act, words) => {
      if (!act) return;
      const undo = async () => {
        try {
          const { appointment } = await callApi(undoAct, { params: { practiceId, actId: act.id } });
          ownVersions.set(appointment.id, appointment.version);
          placeCard(client, practiceId, appointment);
        } catch (error) {
          refreshDays(client, practiceId);
          throw error;
        }
      };
      tellAct({ id: act.id, until: act.until, ...words, undo });
    },
    [client, practiceId],
  );
}

/** The changes on their way, in the order of the keys. */
export function usePendingChanges(practiceId: string): readonly VisitChange[] {
  return useMutationState({
    filters: { mutationKey: changeKey(practiceId), status: 'pending' },
    select: ({ state }) => state.variables as VisitChange,
  });
}

/** The visits as they will stand once the changes on their way are kept. */
export function withPending(
  visits: readonly AppointmentCard[],
  pending: readonly VisitChange[],
): readonly AppointmentCard[] {
  if (pending.length === 0) return visits;
  return visits.map((visit) =>
    pending.filter((change) => change.visit.id === visit.id).reduce((card, { to, at }) => stepped(card, to, at), visit),
  );
}

/** The same stamps as the server's: each once, the arrival kept by somebody who comes back. */
function stepped(card: AppointmentCard, to: AppointmentStatus, at: string): AppointmentCard {
  switch (to) {
    case 'arrived':
      return { ...card, status: to, arrivedAt: card.arrivedAt ?? at };
    case 'in_consultation':
      return { ...card, status: to, calledAt: at };
    case 'to_collect':
      return { ...card, status: to, seenAt: at };
    default:
      return { ...card, status: to };
  }
}
