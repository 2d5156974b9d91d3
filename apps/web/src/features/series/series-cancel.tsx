import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { cancelSeries } from '@pupitre/shared/planning/series.contract';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useSubmissionKey } from '../../lib/submission-key';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ReachField } from './reach-field';
import type { TogetherAct, TogetherQuestion } from './together-store';
import { useScope, useTellSeveral } from './use-scope';

interface SeriesCancelProps {
  readonly seriesId: string;
  readonly visit: AppointmentCard;
  readonly act: Extract<TogetherAct, { kind: 'cancel' }>;
  readonly answer: TogetherQuestion['answer'];
}

/** Cancels one visit of a series, those after it too, or all that is to come. */
export function SeriesCancel({ seriesId, visit, act, answer }: SeriesCancelProps) {
  const { t } = useTranslation('series');
  const say = useProblemSentence();
  const submission = useSubmissionKey();
  const tell = useTellSeveral();
  const { practiceId, reach, setReach, counts, seen, isAsked } = useScope(seriesId, visit, answer);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (scope: 'following' | 'all') => {
      const { by, reason } = act;
      const body = { appointmentId: visit.id, scope, visits: seen, by, reason };
      return callApi(cancelSeries, { params: { practiceId, seriesId }, body, idempotencyKey: submission.current() });
    },
    onSuccess: (done) => {
      tell('cancelled', done.act, done.visits.length, visit.patient);
      answer(false);
    },
    onError: (refused) => {
      if (!(refused instanceof ApiProblem && refused.isPassing)) submission.renew();
    },
  });
  if (!isAsked) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reach === 'this') answer(true);
    else mutate(reach);
  };
  return (
    <Dialog title={t('together.cancelTitle')} onClose={() => answer(false)}>
      <form onSubmit={submit}>
        <ReachField legend={t('together.cancelTitle')} counts={counts} reach={reach} onReach={setReach} />
        {error && (
          <p className="fault" role="alert">
            {say(error).sentence}
          </p>
        )}
        <div className="row sr-reach-acts">
          <Button type="submit" look="danger-filled" keys="Enter" busy={isPending}>
            {t('together.confirmCancel')}
          </Button>
          <Button keys="Escape" onClick={() => answer(false)}>
            {t('together.leave')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
