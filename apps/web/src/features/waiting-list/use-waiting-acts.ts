import type { RequestOf } from '@pupitre/shared/contract/endpoint';
import {
  acceptWaiting,
  restoreWaiting,
  type WaitingEntry,
  withdrawWaiting,
} from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { columnName } from '../../lib/column-name';
import { placeCard } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { tellOwnAct } from '../../lib/last-act';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { useTellVisitAct } from '../../lib/visit-change';
import { waitingListKey } from './waiting-list.queries';
import type { WaitingPlace } from './waiting-store';

type Withdrawal = RequestOf<typeof withdrawWaiting>['body'];

/** Reads the list, and who fits, again: for what this desk itself has just done. */
export function useReadAgain(): () => Promise<void> {
  const client = useQueryClient();
  const { practiceId } = useMembership();
  return () => client.invalidateQueries({ queryKey: waitingListKey(practiceId) });
}

/** Gives her the place: the visit is drawn at once, Ctrl+Z takes it back and puts her on the list again. */
export function useAccept(setup: PracticeSetup, onAccepted: (appointmentId: string) => void) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const client = useQueryClient();
  const { practiceId } = useMembership();
  const readAgain = useReadAgain();
  const tellAct = useTellVisitAct(practiceId);
  const key = useSubmissionKey();
  const { reset, ...mutation } = useMutation({
    mutationFn: ({ entry, place, holdId }: { entry: WaitingEntry; place: WaitingPlace; holdId: string }) => {
      const { resourceId, day, startMin, endMin } = place;
      return callApi(acceptWaiting, {
        params: { practiceId, entryId: entry.id },
        ifMatch: entry.version,
        idempotencyKey: key.current(),
        body: { resourceId, day, startMin, durationMin: endMin - startMin, holdId },
      });
    },
    onSuccess: ({ appointment, act }) => {
      key.renew();
      placeCard(client, practiceId, appointment);
      const who = formats.nameFull(appointment.patient);
      const [day, time] = [formats.dateMedium(appointment.day), formats.timeOfMinutes(appointment.startMin)];
      const column = columnName(setup, appointment.resourceId);
      const sentence = t(act?.kind === 'booked' ? 'callPanel.booked' : 'callPanel.moved', { who, day, time, column });
      tellAct(act, { name: t('callPanel.actName', { who }), sentence });
      announce(sentence);
      void readAgain();
      onAccepted(appointment.id);
    },
    onError: () => {
      key.renew();
      void readAgain();
    },
  });
  return { ...mutation, reset };
}

/** Says what became of somebody's wait; `back` is the other way round of what was done, on the entry as it left it. */
export function useTellWait(): (entry: WaitingEntry, sentence: string, back: () => Promise<unknown>) => void {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const readAgain = useReadAgain();
  return ({ patient }, sentence, back) => {
    const name = t('actName', { name: formats.nameFull(patient) });
    tellOwnAct({ name, sentence, undo: () => back().finally(readAgain) });
  };
}

/** Takes somebody off the list, or puts her back. */
export function useWithdrawal(entry: WaitingEntry, onDone: () => void) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const { practiceId } = useMembership();
  const readAgain = useReadAgain();
  const tellWait = useTellWait();
  const params = { practiceId, entryId: entry.id };
  const name = formats.nameFull(entry.patient);
  const withdraw = (ifMatch: number, body: Withdrawal) => callApi(withdrawWaiting, { params, ifMatch, body });
  const restore = (ifMatch: number) => callApi(restoreWaiting, { params, ifMatch });
  const withdrawal = useMutation({
    mutationFn: (body: Withdrawal) => withdraw(entry.version, body),
    onSuccess: (gone) => {
      tellWait(gone, t('withdraw.done', { name }), () => restore(gone.version));
      onDone();
    },
    onSettled: readAgain,
  });
  const restoration = useMutation({
    mutationFn: () => restore(entry.version),
    onSuccess: (back) => {
      const reason = entry.closedReason ?? 'error';
      tellWait(back, t('restored', { name }), () => withdraw(back.version, { reason }));
    },
    onSettled: readAgain,
  });
  return { withdrawal, restoration };
}
