import type { SeriesChoice } from '@pupitre/shared/planning/series';
import { bookSeries, type SeriesPlanView, seriesPlan } from '@pupitre/shared/planning/series.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { todayIn } from '@pupitre/shared/time/zone';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { refreshDays } from '../../lib/day-copies';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { useServerDraft } from '../../lib/use-server-draft';
import { useTellVisitAct } from '../../lib/visit-change';
import { previewQuery } from './series.queries';
import { blankForm, chosenOf, isSeriesTyped, requestOf, type SeriesForm, seriesForm } from './series-form';
import { tallyOf } from './series-tally';
import { useTakeWish } from './series-wish';
import { usePlanChanges } from './use-plan-changes';

export type SeriesInHand = ReturnType<typeof useSeries>;

/** A series being made: what is typed, what the agenda answers, and booking it as it was seen. */
export function useSeries(setup: PracticeSetup) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const client = useQueryClient();
  const say = useProblemSentence();
  const { practiceId } = useMembership();
  const tellAct = useTellVisitAct(practiceId);
  const submission = useSubmissionKey();
  const today = todayIn(setup.practice.zone, serverNow());
  const takeWish = useTakeWish();
  const [form, setForm] = useState(() => blankForm(today, takeWish()));
  const draft = useServerDraft({
    ...{ form: 'series', subject: 'new', shape: seriesForm, body: form, isDirty: isSeriesTyped(form) },
    onRestore: setForm,
    onClear: () => setForm(blankForm(today, null)),
  });

  const body = requestOf(setup, form);
  const preview = useQuery({
    ...previewQuery(practiceId, body ?? neverAsked),
    enabled: body !== null,
    placeholderData: keepPreviousData,
  });
  const plan = body && !preview.error ? preview.data : undefined;
  const question = JSON.stringify(body);
  const changed = usePlanChanges(question, preview.isPlaceholderData ? undefined : plan);
  const isFresh = plan !== undefined && !preview.isPlaceholderData && !preview.isFetching;
  const tally = plan && tallyOf(plan);
  const isReady = isFresh && tally !== undefined && tally.undecided === 0 && tally.booked > 0;

  const {
    mutate,
    isPending,
    error,
    data: booked,
    reset,
  } = useMutation({
    mutationFn: ({ mark }: SeriesPlanView) => {
      if (!body) throw new TypeError('nothing to book');
      return callApi(bookSeries, {
        ...{ params: { practiceId }, body: { ...body, mark } },
        idempotencyKey: submission.current(),
      });
    },
    onSuccess: ({ act, visits }) => {
      submission.renew();
      draft.done();
      const who = form.patient ? formats.nameFull(form.patient) : '';
      const sentence = t('done.booked', { count: visits.length, who });
      tellAct(act, { sentence, name: t('done.bookedName', { who }) });
      announce(sentence);
      refreshDays(client, practiceId);
    },
    onError: (refused) => {
      if (!(refused instanceof ApiProblem && refused.isPassing)) submission.renew();
      announce(say(refused).sentence, true);
      // The answer holds the new preview: what changed is shown with what was decided, nothing typed is lost.
      const fresh = refused instanceof ApiProblem ? seriesPlan.safeParse(refused.details) : null;
      if (fresh?.success && body) client.setQueryData(previewQuery(practiceId, body).queryKey, fresh.data);
    },
  });

  const change = (part: Partial<SeriesForm>) => {
    reset();
    setForm((before) => ({ ...before, ...part }));
  };
  const choose = (key: string, choice: SeriesChoice) => {
    const { [key]: _before, ...others } = form.choices;
    change({ choices: choice.kind === 'keep' ? others : { ...others, [key]: choice } });
  };
  const submit = () => {
    if (isReady && plan && !isPending) mutate(plan);
  };
  return {
    ...{ setup, today, form, change, choose, draft, chosen: chosenOf(setup, form) },
    ...{ plan, tally, changed, isFresh, isReady, isBusy: isPending, submit, booked },
    isAsking: preview.isFetching,
    problem: error ?? (body ? preview.error : null),
  };
}

/** Stands where no question can be asked yet: the query is off. */
const neverAsked = {
  ...{ resourceId: '', motifId: '', patientId: '', startMin: 0, durationMin: 5, note: '', source: 'phone' as const },
  rule: { from: '', unit: 'week' as const, every: 1, weekdays: [], count: 1, until: null, skipHolidays: false },
  choices: [],
};
