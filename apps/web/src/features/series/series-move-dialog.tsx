import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import type { SeriesChoice } from '@pupitre/shared/planning/series';
import { moveSeries, type SeriesMove, seriesPlan } from '@pupitre/shared/planning/series.contract';
import { daysBetween } from '@pupitre/shared/time/zone';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useSubmissionKey } from '../../lib/submission-key';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { OccurrenceTable, type OccurrenceTableHandle } from './occurrence-table';
import { ReachField } from './reach-field';
import { movePreviewQuery } from './series.queries';
import { tallyOf } from './series-tally';
import type { TogetherAct, TogetherQuestion } from './together-store';
import { usePlanChanges } from './use-plan-changes';
import { useScope, useTellSeveral } from './use-scope';

interface SeriesMoveDialogProps {
  readonly seriesId: string;
  readonly visit: AppointmentCard;
  readonly act: Extract<TogetherAct, { kind: 'move' }>;
  readonly answer: TogetherQuestion['answer'];
}

/** Moves one visit of a series, or the same way those after it or all that is to come: what each meets is shown first. */
export function SeriesMoveDialog({ seriesId, visit, act, answer }: SeriesMoveDialogProps) {
  const { t } = useTranslation('series');
  const say = useProblemSentence();
  const client = useQueryClient();
  const submission = useSubmissionKey();
  const tell = useTellSeveral();
  const table = useRef<OccurrenceTableHandle>(null);
  const { practiceId, series, reach, setReach, counts, seen, isAsked } = useScope(seriesId, visit, answer);
  const setup = usePracticeSetup(practiceId);
  const [choices, setChoices] = useState<Readonly<Record<string, SeriesChoice>>>({});
  const body: SeriesMove = {
    ...{ appointmentId: visit.id, scope: reach === 'this' ? 'following' : reach, visits: seen },
    shift: {
      resourceId: act.resourceId === visit.resourceId ? null : act.resourceId,
      startMin: act.startMin === visit.startMin ? null : act.startMin,
      days: daysBetween(visit.day, act.day),
    },
    choices: Object.entries(choices).map(([key, choice]) => ({ key, choice })),
  };
  const query = movePreviewQuery(practiceId, seriesId, body);
  const preview = useQuery({ ...query, enabled: isAsked && reach !== 'this', placeholderData: keepPreviousData });
  const plan = reach === 'this' || preview.error ? undefined : preview.data;
  const changed = usePlanChanges(JSON.stringify(body), preview.isPlaceholderData ? undefined : plan);
  const tally = plan && tallyOf(plan);
  const isReady = reach === 'this' || (plan !== undefined && !preview.isFetching && tally?.undecided === 0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (mark: string) =>
      callApi(moveSeries, {
        ...{ params: { practiceId, seriesId }, body: { ...body, mark }, idempotencyKey: submission.current() },
      }),
    onSuccess: (done) => {
      tell('moved', done.act, done.visits.length, visit.patient);
      answer(false);
    },
    onError: (refused) => {
      if (!(refused instanceof ApiProblem && refused.isPassing)) submission.renew();
      const fresh = refused instanceof ApiProblem ? seriesPlan.safeParse(refused.details) : null;
      if (fresh?.success) client.setQueryData(query.queryKey, fresh.data);
    },
  });
  if (!isAsked || !setup) return null;
  const submit = () => {
    if (reach === 'this') answer(true);
    else if (isReady && plan) mutate(plan.mark);
    else table.current?.focusEntry();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const problem = error ?? preview.error;
  return (
    <Dialog title={t('together.moveTitle')} onClose={() => answer(false)}>
      <form className={plan ? 'sr-wide' : undefined} onSubmit={onSubmit}>
        <ReachField
          legend={t('together.moveTitle')}
          counts={counts}
          reach={reach}
          onReach={(next) => {
            setReach(next);
            setChoices({});
          }}
        />
        {plan && (
          <OccurrenceTable
            ref={table}
            {...{ setup, changed }}
            visits={plan.visits}
            isFresh={!preview.isPlaceholderData && !preview.isFetching}
            kind="move"
            numberOf={(key) => series?.visits.find(({ id }) => id === key)?.index}
            choose={(key, choice) => setChoices((before) => ({ ...before, [key]: choice }))}
            onReady={submit}
          />
        )}
        {problem && (
          <p className="fault" role="alert">
            {say(problem).sentence}
          </p>
        )}
        {tally && tally.undecided > 0 && <p className="hint">{t('together.need', { count: tally.undecided })}</p>}
        <div className="row sr-reach-acts">
          <Button type="submit" look="primary" keys="Enter" busy={isPending} aria-disabled={!isReady}>
            {t('together.confirmMove')}
          </Button>
          <Button keys="Escape" onClick={() => answer(false)}>
            {t('together.leave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
