import { type TaskView, taskStates } from '@pupitre/shared/tasks/task.contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useScreenTitle } from '../../lib/screen-title';
import { useMembership } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Segmented } from '../../ui/segmented';
import { Shape, Skeleton } from '../../ui/skeleton';
import './tasks.css';
import { TaskTable } from './task-table';
import { tasksQuery } from './tasks.queries';

const route = getRouteApi('/p/$practiceId/reglages');

/** The background jobs of the practice: where each stands, what went wrong, and how it goes on. */
export function TasksPart() {
  const { t } = useTranslation(['tasks', 'settings', 'frame']);
  const formats = useFormats();
  const { practiceId } = useMembership();
  const navigate = route.useNavigate();
  const { etat } = route.useSearch();
  const { data: tasks, error, refetch } = useQuery(tasksQuery(practiceId, etat));
  useScreenTitle(t('title'), t('settings:title'));
  const show = (picked: TaskView['state'] | 'all') =>
    void navigate({ search: (held) => ({ ...held, etat: picked === 'all' ? undefined : picked }), replace: true });
  const segments = (['all', ...taskStates] as const).map((value) => ({ value, label: t(`filter.${value}`) }));

  return (
    <div className="set-part">
      <header className="bar">
        <h1>{t('title')}</h1>
        <span className="stats">
          <span role="status">{tasks && t('count', { count: tasks.length, n: formats.integer(tasks.length) })}</span>
        </span>
        <span className="sp" />
        <Segmented label={t('filter.label')} value={etat ?? 'all'} segments={segments} onPick={show} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls takes the keys that scroll it */}
      <section className="scroll tasks" aria-label={t('title')} tabIndex={0}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!tasks && !error && (
          <Skeleton label={t('frame:loading')}>
            <Shape height={240} />
          </Skeleton>
        )}
        {tasks?.length === 0 && <EmptyState>{t(etat ? 'noneOf' : 'none')}</EmptyState>}
        {tasks && tasks.length > 0 && <TaskTable tasks={tasks} />}
      </section>
    </div>
  );
}
