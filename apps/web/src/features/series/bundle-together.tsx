import type { AppointmentCard } from '@pupitre/shared/planning/appointment.contract';
import { cancelBundle } from '@pupitre/shared/planning/bundle.contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { useFormats } from '../../lib/formats';
import { useProblemSentence } from '../../lib/problem-sentence';
import { useMembership } from '../../lib/session';
import { useSubmissionKey } from '../../lib/submission-key';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { bundleQuery } from './bundle.queries';
import { focusChosen } from './reach-field';
import type { TogetherAct, TogetherQuestion } from './together-store';
import { useTellSeveral } from './use-scope';

interface BundleTogetherProps {
  readonly bundleId: string;
  readonly visit: AppointmentCard;
  readonly act: Extract<TogetherAct, { kind: 'cancel' }>;
  readonly answer: TogetherQuestion['answer'];
}

const cancellable: ReadonlySet<AppointmentCard['status']> = new Set(['requested', 'booked', 'confirmed']);

/** One of visits booked together is cancelled: the others too? */
export function BundleTogether({ bundleId, visit, act, answer }: BundleTogetherProps) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const say = useProblemSentence();
  const submission = useSubmissionKey();
  const tell = useTellSeveral();
  const { practiceId } = useMembership();
  const { data, error: unread } = useQuery(bundleQuery(practiceId, bundleId));
  const [isAll, setAll] = useState(false);
  const open = data?.visits.filter(({ status }) => cancellable.has(status)) ?? [];
  const isLast = data !== undefined && open.every(({ id }) => id === visit.id);
  useEffect(() => {
    if (isLast || unread) answer(true);
  }, [isLast, unread, answer]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { by, reason } = act;
      const body = { visits: open.map(({ id, version }) => ({ id, version })), by, reason };
      return callApi(cancelBundle, { params: { practiceId, bundleId }, body, idempotencyKey: submission.current() });
    },
    onSuccess: (done) => {
      tell('cancelled', done.act, open.length, visit.patient);
      answer(false);
    },
    onError: (refused) => {
      if (!(refused instanceof ApiProblem && refused.isPassing)) submission.renew();
    },
  });
  if (!data || isLast) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAll) mutate();
    else answer(true);
  };
  return (
    <Dialog title={t('together.bundleTitle')} onClose={() => answer(false)}>
      <form onSubmit={submit}>
        <ul className="sr-members">
          {open.map(({ id, patient, day, startMin }) => (
            <li key={id}>
              {t('together.member', {
                ...{ who: formats.nameFull(patient), day: formats.dateMedium(day) },
                time: formats.timeOfMinutes(startMin),
              })}
            </li>
          ))}
        </ul>
        <fieldset className="sr-reach" ref={focusChosen}>
          <legend className="sr">{t('together.bundleTitle')}</legend>
          {[false, true].map((all) => (
            <label key={String(all)} className="check-line">
              <input
                type="radio"
                name="reach"
                data-autofocus={!all || undefined}
                checked={isAll === all}
                onChange={() => setAll(all)}
              />
              {all ? t('together.these', { count: open.length - 1 }) : t('together.onlyThis')}
            </label>
          ))}
        </fieldset>
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
