import { errorKinds } from '@pupitre/shared/contract/errors';
import type { TaskView } from '@pupitre/shared/tasks/task.contract';
import { toLocal } from '@pupitre/shared/time/zone';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnyWords } from '../../lib/any-words';
import { useFormats } from '../../lib/formats';
import { useMay, useMembership } from '../../lib/session';
import { showToast } from '../../lib/toast';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ErrorState } from '../../ui/error-state';
import { type Column, Table } from '../../ui/table';
import { useTaskName } from './task-name';
import { useRetryTask } from './tasks.queries';

const tones = { waiting: 'line', running: 'brand', done: 'ok', failed: 'danger' } as const;

export function TaskTable({ tasks }: { tasks: readonly TaskView[] }) {
  const { t } = useTranslation('tasks');
  const nameOf = useTaskName();
  const formats = useFormats();
  const { practiceId, zone } = useMembership();
  const mayRetry = useMay()('tasks.retry');
  const retry = useRetryTask(practiceId, (task) => showToast({ text: t('retried', { name: nameOf(task) }) }));
  const when = (task: TaskView) => {
    const local = toLocal(new Date(task.createdAt), zone);
    return `${formats.dateShort(local.day)} ${formats.timeOfMinutes(local.minutes)}`;
  };
  const columns: Column<TaskView>[] = [
    {
      id: 'what',
      head: t('column.what'),
      cell: (task) => (
        <>
          <b>{nameOf(task)}</b>
          {task.errorCode && task.state !== 'done' && <TaskFault code={task.errorCode} />}
        </>
      ),
    },
    {
      id: 'state',
      head: t('column.state'),
      cell: ({ state }) => <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>,
    },
    { id: 'progress', head: t('column.progress'), cell: (task) => <Progress task={task} name={nameOf(task)} /> },
    { id: 'who', head: t('column.who'), cell: ({ requestedBy }) => requestedBy?.name ?? t('clock') },
    { id: 'when', head: t('column.when'), cell: when },
    { id: 'attempts', head: t('column.attempts'), cell: ({ attempts }) => formats.integer(attempts), numeric: true },
    {
      id: 'act',
      head: t('column.act'),
      cell: (task) =>
        task.state === 'failed' &&
        mayRetry && (
          <Button
            size="sm"
            icon={IconRefresh}
            busy={retry.isPending && retry.variables === task.id}
            onClick={() => retry.mutate(task.id)}
          >
            {t('retry')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {retry.error && <ErrorState error={retry.error} />}
      <Table caption={t('title')} columns={columns} rows={tasks} rowKey={({ id }) => id} />
    </>
  );
}

function Progress({ task, name }: { task: TaskView; name: string }) {
  const { t } = useTranslation('tasks');
  const formats = useFormats();
  const { progressDone, progressTotal, state } = task;
  if (progressTotal === null) return progressDone > 0 ? formats.integer(progressDone) : null;
  const told = t('progressOf', { done: formats.integer(progressDone), total: formats.integer(progressTotal) });
  return (
    <>
      {state === 'running' && (
        <progress className="task-bar" aria-label={name} value={progressDone} max={Math.max(progressTotal, 1)} />
      )}
      {told}
    </>
  );
}

/** The same sentence as if the act itself had been refused; a code nobody foresaw is told as it is. */
function TaskFault({ code }: { code: string }) {
  const { t } = useTranslation('tasks');
  const say = useAnyWords();
  const sentence = code in errorKinds ? say(`errors:${code}`) : t('faultUnknown', { code });
  return <span className="task-fault">{t('fault', { sentence })}</span>;
}
