import type { TaskView } from '@pupitre/shared/tasks/task.contract';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useAnyWords } from '../../lib/any-words';

/** What a job is called; one that has no name yet is told by its kind. */
export function useTaskName(): (task: Pick<TaskView, 'kind'>) => string {
  const { t } = useTranslation('tasks');
  const say = useAnyWords();
  return ({ kind }) => (i18next.exists(`tasks:kind.${kind}`) ? say(`tasks:kind.${kind}`) : t('other', { kind }));
}
