import { listTasks, retryTask, type TaskView } from '@pupitre/shared/tasks/task.contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

const FOLLOW_MS = 2_000;
const isUnderWay = ({ state }: TaskView) => state === 'waiting' || state === 'running';

/** Followed while something is under way; then left alone. */
export const tasksQuery = (practiceId: string, state: TaskView['state'] | undefined) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'tasks', state ?? 'all'),
    queryFn: ({ signal }) =>
      callApi(listTasks, { params: { practiceId }, query: state ? { state } : {} }, signal).then(({ tasks }) => tasks),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.some(isUnderWay) ? FOLLOW_MS : false),
  });

export function useRetryTask(practiceId: string, onRetried: (task: TaskView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (taskId: string) => callApi(retryTask, { params: { practiceId, taskId } }),
    onSuccess: onRetried,
    onSettled: () => client.invalidateQueries({ queryKey: practiceKey(practiceId, 'tasks') }),
  });
}
