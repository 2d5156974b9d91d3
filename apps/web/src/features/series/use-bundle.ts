import { type BundleKind, type BundleOffer, bookBundle } from '@pupitre/shared/planning/bundle.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { useServerDraft } from '../../lib/use-server-draft';
import { type BundleQuestion, bundleOffersQuery } from './bundle.queries';
import { type BundleForm, blankBundle, bundleForm, isBundleTyped, questionOf, visitsOf } from './bundle-form';
import { useTellSeveral } from './use-scope';

const OFFERED = 3;
const neverAsked: BundleQuestion = { steps: [], fromDay: '' };

export type BundleInHand = ReturnType<typeof useBundle>;

/** A chain or a family being booked: who and why, the places where all fit, one act. */
export function useBundle(setup: PracticeSetup, kind: BundleKind, onBooked: (day: string, visitId: string) => void) {
  const say = useProblemSentence();
  const tell = useTellSeveral();
  const submission = useSubmissionKey();
  const { practiceId } = useMembership();
  const today = todayIn(setup.practice.zone, serverNow());
  const [form, setForm] = useState(() => blankBundle(setup, kind, today));
  const [page, setPage] = useState(1);
  const [chosenAt, choose] = useState(0);
  const draft = useServerDraft({
    ...{ form: 'bundle', subject: kind, shape: bundleForm, body: form, isDirty: isBundleTyped(form) },
    onRestore: setForm,
    onClear: () => setForm(blankBundle(setup, kind, today)),
  });
  const question = questionOf(form, Math.min(12, page * OFFERED));
  const found = useQuery({
    ...bundleOffersQuery(practiceId, question ?? neverAsked),
    enabled: question !== null,
    placeholderData: keepPreviousData,
  });
  const offers = question ? found.data?.offers.slice((page - 1) * OFFERED) : undefined;
  const offer: BundleOffer | undefined = offers?.[chosenAt] ?? offers?.[0];
  const isFresh = !found.isPlaceholderData && !found.isFetching;

  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (taken: BundleOffer) => {
      const body = { kind, visits: visitsOf(form, taken) };
      return callApi(bookBundle, { params: { practiceId }, body, idempotencyKey: submission.current() });
    },
    onSuccess: ({ act, visits }) => {
      const [first] = visits;
      submission.renew();
      draft.done();
      if (!first) return;
      tell('bundle', act, visits.length, first.patient);
      onBooked(first.day, first.id);
    },
    onError: (refused) => {
      if (!(refused instanceof ApiProblem && refused.isPassing)) submission.renew();
      announce(say(refused).sentence, true);
      void found.refetch();
    },
  });
  const change = (part: Partial<BundleForm>) => {
    reset();
    setPage(1);
    choose(0);
    setForm((before) => ({ ...before, ...part }));
  };
  const submit = () => {
    if (offer && isFresh && !isPending) mutate(offer);
  };
  return {
    ...{ setup, form, change, draft, offers, offer, choose, submit, isFresh },
    ...{ isAsked: question !== null, isBusy: isPending, problem: error ?? found.error },
    more: () => {
      choose(0);
      setPage((offers?.length ?? 0) < OFFERED || page >= 4 ? 1 : page + 1);
    },
  };
}
