import { liftAbsence } from '@pupitre/shared/planning/absence-plan.contract';
import {
  type AbsenceForm,
  absenceForm,
  addAbsence,
  type PracticeSetup,
} from '@pupitre/shared/practices/practice.contract';
import { todayIn, toLocal } from '@pupitre/shared/time/zone';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AbsenceRequest, readAbsence, type TypedAbsence, typedAbsence } from '../../lib/absence-form';
import { callApi } from '../../lib/api-client';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { tellAct } from '../../lib/last-act';
import { practiceKey } from '../../lib/query-client';
import { useSubmissionKey } from '../../lib/submission-key';
import { useServerDraft } from '../../lib/use-server-draft';
import { useAbsenceWords } from './absence-words';

const noon = 12 * 60;
/** As for every act. */
const undoMs = 10 * 60_000;

export const quickSpans = ['fromNow', 'day', 'morning', 'afternoon'] as const;
export type QuickSpan = (typeof quickSpans)[number];

/** The form of an absence: what is typed, how it reads, and the one act that notes it. */
export function useAbsenceStart(setup: PracticeSetup, columnId: string | undefined, day: string | undefined) {
  const { practice, resources } = setup;
  const { t } = useTranslation('absence-plan');
  const words = useAbsenceWords(setup);
  const formats = useFormats();
  const client = useQueryClient();
  const key = useSubmissionKey();
  const now = serverNow();
  const today = todayIn(practice.zone, now);
  const first = resources.find(({ id }) => id === columnId) ?? resources.find(({ active }) => active);
  const blank: TypedAbsence = {
    resourceId: first?.id ?? '',
    fromDay: formats.dateShort(day && day > today ? day : today),
    ...{ fromTime: '', toDay: '', toTime: '', reason: 'sick', note: '' },
  };
  const [kept, keep] = useState<TypedAbsence>();
  const typed = kept ?? blank;
  const draft = useServerDraft({
    ...{ form: 'absence', subject: 'wizard', shape: typedAbsence, body: typed, isDirty: kept !== undefined },
    onRestore: keep,
    onClear: () => keep(undefined),
  });
  const lift = async (absenceId: string) => {
    await callApi(liftAbsence, { params: { practiceId: practice.id, absenceId }, body: { putBack: false } });
    for (const domain of ['practices', 'planning', 'absence-plan']) {
      void client.invalidateQueries({ queryKey: practiceKey(practice.id, domain) });
    }
  };
  const reading = readAbsence(typed, now, practice.zone);
  const { reset, ...addition } = useMutation({
    mutationFn: (body: AbsenceRequest) =>
      callApi(addAbsence, { params: { practiceId: practice.id }, body, idempotencyKey: key.current() }),
    onSuccess: ({ absence }) => {
      key.renew();
      draft.done();
      tellAct({
        id: absence.id,
        name: words.title(absence.resourceId),
        sentence: t('start.noted', { title: words.title(absence.resourceId), span: words.span(absence) }),
        until: new Date(serverNow().getTime() + undoMs).toISOString(),
        undo: () => lift(absence.id),
      });
      void client.invalidateQueries({ queryKey: practiceKey(practice.id, 'practices') });
      void client.invalidateQueries({ queryKey: practiceKey(practice.id, 'absence-plan') });
    },
  });
  const type = (part: Partial<TypedAbsence>) => {
    key.renew();
    reset();
    keep({ ...typed, ...part });
  };
  const clockTime = (minutes: number) => formats.timeOfMinutes(minutes);
  const pick = (span: QuickSpan) => {
    const { minutes } = toLocal(now, practice.zone);
    const fromDay = span === 'fromNow' ? formats.dateShort(today) : typed.fromDay;
    const times = {
      fromNow: { fromTime: clockTime(minutes), toTime: '' },
      day: { fromTime: '', toTime: '' },
      morning: { fromTime: '', toTime: clockTime(noon) },
      afternoon: { fromTime: clockTime(noon), toTime: '' },
    };
    type({ fromDay, toDay: '', ...times[span] });
  };
  const asked: AbsenceForm | null = reading.request ? (absenceForm.safeParse(reading.request).data ?? null) : null;
  return { typed, reading, draft, addition, type, pick, asked };
}
