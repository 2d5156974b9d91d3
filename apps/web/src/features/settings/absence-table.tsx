import {
  type AbsenceView,
  addAbsence,
  type PracticeSetup,
  removeAbsence,
} from '@pupitre/shared/practices/practice.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { useProblemSentence } from '../../lib/problem-sentence';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { type Column, Table } from '../../ui/table';
import { useAbsenceWords } from './absence-words';
import { rereadSetup } from './settings.queries';

/** Noted by somebody of the practice, who may take it back. */
export type NotedAbsence = AbsenceView & { readonly reason: Exclude<AbsenceView['reason'], 'outside'> };

export const isNoted = (absence: AbsenceView): absence is NotedAbsence => absence.reason !== 'outside';

interface AbsenceTableProps {
  setup: PracticeSetup;
  absences: readonly NotedAbsence[];
  caption: string;
  canRemove: boolean;
}

export function AbsenceTable({ setup, absences, caption, canRemove }: AbsenceTableProps) {
  const { t } = useTranslation('settings');
  const words = useAbsenceWords(setup.practice.zone);
  const { mutate, isPending, variables } = useRemoveAbsence(setup);
  const columns: Column<NotedAbsence>[] = [
    { id: 'column', head: t('column'), cell: ({ resourceId }) => <b>{nameOf(setup, resourceId)}</b> },
    { id: 'when', head: t('absences.when'), cell: (absence) => words.span(absence) },
    { id: 'reason', head: t('absences.reason'), cell: ({ reason }) => t(`reason.${reason}`) },
    { id: 'note', head: t('absences.note'), cell: ({ note }) => <span className="set-note">{note}</span> },
  ];
  const act: Column<NotedAbsence> = {
    id: 'act',
    head: <span className="sr">{t('absences.act')}</span>,
    numeric: true,
    cell: (absence) => (
      <Button
        size="xs"
        look="ghost"
        aria-label={t('absences.removeOne', { name: nameOf(setup, absence.resourceId), span: words.span(absence) })}
        busy={isPending && variables.id === absence.id}
        onClick={() => mutate(absence)}
      >
        {t('absences.remove')}
      </Button>
    ),
  };
  return (
    <Table
      caption={caption}
      columns={canRemove ? [...columns, act] : columns}
      rows={absences}
      rowKey={({ id }) => id}
    />
  );
}

const nameOf = ({ resources, pools }: PracticeSetup, resourceId: string) =>
  [...resources, ...pools.flatMap(({ members }) => members)].find(({ id }) => id === resourceId)?.name ?? '';

/** Removing can be taken back from the toast: the same absence is noted again. */
function useRemoveAbsence({ practice }: PracticeSetup) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const say = useProblemSentence();
  const fail = (error: unknown) => showToast({ text: say(error).sentence });
  const restore = useMutation({
    mutationFn: ({ resourceId, startsAt, endsAt, reason, note }: NotedAbsence) => {
      const [from, to] = [startsAt, endsAt].map((at) => toLocal(new Date(at), practice.zone));
      const days = {
        fromDay: from?.day ?? '',
        fromMin: from?.minutes ?? 0,
        toDay: to?.day ?? '',
        toMin: to?.minutes ?? 0,
      };
      return callApi(addAbsence, {
        params: { practiceId: practice.id },
        body: { resourceId, ...days, reason, note },
        idempotencyKey: crypto.randomUUID(),
      });
    },
    onSuccess: () => rereadSetup(client, practice.id),
    onError: fail,
  });
  return useMutation({
    mutationFn: ({ id }: NotedAbsence) =>
      callApi(removeAbsence, { params: { practiceId: practice.id, absenceId: id } }),
    onSuccess: async (_, absence) => {
      await rereadSetup(client, practice.id);
      const act = { label: t('absences.restore'), run: () => restore.mutate(absence) };
      showToast({ text: t('absences.removed'), act });
    },
    onError: async (error) => {
      fail(error);
      await rereadSetup(client, practice.id);
    },
  });
}
