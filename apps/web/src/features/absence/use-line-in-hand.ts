import type { LineProposals, PlanLine } from '@pupitre/shared/planning/absence-plan.contract';
import { type FreeSlotView, findFreeSlots } from '@pupitre/shared/planning/free-slots.contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callApi } from '../../lib/api-client';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';
import type { PlanActs } from './use-plan-acts';

interface Typed {
  readonly note?: string;
  readonly rank?: number;
  readonly isRefusing?: boolean;
  /** Places looked up with F8, and how many were passed over for them. */
  readonly further?: { readonly slots: readonly FreeSlotView[]; readonly skip: number };
}

const atOnce = 3;

/**
 * The call being made: the place pointed at, the note, the outcome. What is typed for one visit waits there while
 * another one is called.
 */
export function useLineInHand(
  practiceId: string,
  line: PlanLine | undefined,
  offered: LineProposals['proposals'],
  acts: PlanActs,
  onSettled: (line: PlanLine) => void,
) {
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const say = useProblemSentence();
  const own = (line && typed.get(line.appointmentId)) ?? {};
  const keep = (id: string, part: Typed) => setTyped((held) => new Map(held).set(id, { ...held.get(id), ...part }));
  const forget = (id: string) => setTyped((held) => new Map([...held].filter(([other]) => other !== id)));
  const look = useMutation({
    mutationFn: ({ line: { durationMin, motifId, from }, skip }: { line: PlanLine; skip: number }) =>
      callApi(findFreeSlots, {
        params: { practiceId },
        body: { durationMin, motifId, fromDay: from.day, limit: atOnce, skip },
      }),
    onSuccess: ({ slots }, { line: { appointmentId }, skip }) =>
      keep(appointmentId, { further: { slots, skip }, rank: 0 }),
    onError: (error) => showToast({ text: say(error).sentence }),
  });

  const places: readonly FreeSlotView[] = own.further?.slots ?? offered;
  const chosen = places[own.rank ?? 0] ?? places[0];
  const note = own.note ?? line?.note ?? '';
  const canMove = line !== undefined && line.status !== 'arrived' && ['to_call', 'aside', 'told'].includes(line.state);
  const canTell = line !== undefined && (line.state === 'to_call' || line.state === 'aside');
  const settle = (act: Promise<unknown>) => {
    if (!line) return;
    act
      .then(() => {
        forget(line.appointmentId);
        onSettled(line);
      })
      // The refusal was told; what was typed stays, and other places are shown.
      .catch(() => keep(line.appointmentId, { further: undefined, rank: 0 }));
  };
  const when = (isAllowed: boolean, run: (held: PlanLine) => void) => () => {
    if (line && isAllowed && !acts.isPending) run(line);
  };
  const rebookAt = (rank: number) =>
    when(canMove && places[rank] !== undefined, (held) => {
      const place = places[rank];
      if (place) settle(acts.rebook(held, place));
    })();
  return {
    places,
    chosen,
    note,
    isBusy: acts.isPending,
    isLooking: look.isPending,
    isRefusing: own.isRefusing ?? false,
    setNote: (text: string) => line && keep(line.appointmentId, { note: text }),
    choose: (rank: number) => line && keep(line.appointmentId, { rank }),
    lookFurther: when(canMove, (held) =>
      look.mutate({ line: held, skip: own.further ? own.further.skip + atOnce : 0 }),
    ),
    /** The key of a place takes it at once. */
    rebookAt,
    rebook: () => rebookAt(chosen ? places.indexOf(chosen) : 0),
    tell: when(canTell, (held) => settle(acts.mark(held, 'told', note))),
    noAnswer: when(canMove, (held) => settle(acts.mark(held, 'to_call', note))),
    askRefusal: when(canMove, (held) => keep(held.appointmentId, { isRefusing: true })),
    dropRefusal: () => line && keep(line.appointmentId, { isRefusing: false }),
    cancelVisit: when(canMove, (held) => settle(acts.refuse(held, note))),
    putAside: when(canMove, (held) => settle(acts.mark(held, 'aside', note))),
  };
}
export type LineInHand = ReturnType<typeof useLineInHand>;
