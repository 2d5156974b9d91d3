import { z } from 'zod';
import { defineEndpoint } from '../contract/endpoint.js';
import { id, instant, practiceParams } from '../contract/fields.js';

export const taskStates = ['waiting', 'running', 'done', 'failed'] as const;

/** A background job of the practice, as people see it. */
export const taskView = z.object({
  id,
  /** Which job: `import.apply`. */
  kind: z.string(),
  state: z.enum(taskStates),
  progressDone: z.int(),
  /** Null while nobody knows how much there is. */
  progressTotal: z.int().nullable(),
  /** What went wrong at the last try, also while the next one waits. */
  errorCode: z.string().nullable(),
  attempts: z.int(),
  /** Null: nobody, the clock did. */
  requestedBy: z.object({ accountId: id, name: z.string() }).nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type TaskView = z.output<typeof taskView>;

export const listTasks = defineEndpoint('task.list', {
  method: 'GET',
  path: '/practices/{practiceId}/tasks',
  summary: 'The hundred latest background jobs; for whoever is not an administrator, her own',
  access: 'tasks.read',
  params: practiceParams,
  query: z.object({ state: z.enum(taskStates).optional() }),
  response: z.object({ tasks: z.array(taskView) }),
});

export const retryTask = defineEndpoint('task.retry', {
  method: 'POST',
  path: '/practices/{practiceId}/tasks/{taskId}/retry',
  summary: 'Start a failed job again; what it did already is not done twice',
  access: 'tasks.retry',
  params: practiceParams.extend({ taskId: id }),
  response: taskView,
  errors: ['task.not_failed'],
});
