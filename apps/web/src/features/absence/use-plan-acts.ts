import {
  type LineProposals,
  markVisit,
  type PlanLine,
  rebookVisit,
  refuseVisit,
} from '@pupitre/shared/planning/absence-plan.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../lib/announce';
import { callApi } from '../../lib/api-client';
import { ApiProblem } from '../../lib/api-problem';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { tellAct } from '../../lib/last-act';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';
import { useTellVisitAct } from '../../lib/visit-change';
import { placeLine, placeProposals, rereadPlan } from './absence.queries';
import type { AbsenceWords } from './absence-words';

type Mark = 'to_call' | 'told' | 'aside';
type Place = Pick<LineProposals['proposals'][number], 'resourceId' | 'day' | 'startMin'>;

/** As for every act on a visit. */
const undoMs = 10 * 60_000;

const markOf = ({ state }: PlanLine): Mark => (state === 'told' || state === 'aside' ? state : 'to_call');

/** What is done about one visit of the list; each act has its way back and says what it did. */
export function usePlanActs(practiceId: string, absenceId: string, words: AbsenceWords) {
  const { t } = useTranslation('absence-plan');
  const client = useQueryClient();
  const formats = useFormats();
  const say = useProblemSentence();
  const tellVisitAct = useTellVisitAct(practiceId);
  const paramsOf = ({ appointmentId }: PlanLine) => ({ practiceId, absenceId, appointmentId });
  const nameOf = ({ patient }: PlanLine) => formats.nameFull(patient);

  const place = (line: PlanLine) => {
    placeLine(client, practiceId, absenceId, line);
    void rereadPlan(client, practiceId);
  };
  const fail = (error: unknown, line: PlanLine) => {
    const { sentence } = say(error);
    const proposals = proposalsIn(error);
    if (proposals) placeProposals(client, practiceId, absenceId, { appointmentId: line.appointmentId, proposals });
    const isStale = error instanceof ApiProblem && error.code === 'version.stale';
    const text = isStale
      ? t('refused.stale', { who: nameOf(line) })
      : t(proposals ? 'refused.newPlaces' : 'refused.other', { who: nameOf(line), sentence });
    showToast({ text });
    announce(text, true);
    void rereadPlan(client, practiceId);
  };

  const rebook = useMutation({
    mutationFn: ({ line, to }: { line: PlanLine; to: Place }) => {
      const { resourceId, day, startMin } = to;
      return callApi(rebookVisit, {
        params: paramsOf(line),
        body: { resourceId, day, startMin },
        ifMatch: line.version,
      });
    },
    onSuccess: ({ line, act }, { to }) => {
      place(line);
      const told = { who: nameOf(line), place: words.place(to, '') };
      tellVisitAct(act, { name: t('told.rebooked.name', told), sentence: t('told.rebooked.sentence', told) });
    },
    onError: (error, { line }) => fail(error, line),
  });
  const refuse = useMutation({
    mutationFn: ({ line, note }: { line: PlanLine; note: string }) =>
      callApi(refuseVisit, { params: paramsOf(line), body: { note }, ifMatch: line.version }),
    onSuccess: ({ line, act }) => {
      place(line);
      const who = nameOf(line);
      tellVisitAct(act, { name: t('told.refused.name', { who }), sentence: t('told.refused.sentence', { who }) });
    },
    onError: (error, { line }) => fail(error, line),
  });
  const write = (line: PlanLine, mark: Mark, note: string) =>
    callApi(markVisit, { params: paramsOf(line), body: { mark, note }, ifMatch: line.version });
  const mark = useMutation({
    mutationFn: ({ line, mark: wanted, note }: { line: PlanLine; mark: Mark; note: string }) =>
      write(line, wanted, note),
    onSuccess: (after, { line, mark: wanted }) => {
      place(after);
      const who = nameOf(line);
      tellAct({
        id: crypto.randomUUID(),
        name: t(`told.${wanted}.name`, { who }),
        sentence: t(`told.${wanted}.sentence`, { who }),
        until: new Date(serverNow().getTime() + undoMs).toISOString(),
        undo: async () => {
          try {
            place(await write(after, markOf(line), line.note));
          } finally {
            void rereadPlan(client, practiceId);
          }
        },
      });
    },
    onError: (error, { line }) => fail(error, line),
  });
  return {
    isPending: rebook.isPending || refuse.isPending || mark.isPending,
    rebook: (line: PlanLine, to: Place) => rebook.mutateAsync({ line, to }),
    refuse: (line: PlanLine, note: string) => refuse.mutateAsync({ line, note }),
    mark: (line: PlanLine, wanted: Mark, note: string) => mark.mutateAsync({ line, mark: wanted, note }),
  };
}
export type PlanActs = ReturnType<typeof usePlanActs>;

/** A place that went brings new ones with its refusal. */
function proposalsIn(error: unknown): LineProposals['proposals'] | null {
  if (!(error instanceof ApiProblem)) return null;
  const { proposals } = error.details as { proposals?: LineProposals['proposals'] };
  return proposals ?? null;
}
