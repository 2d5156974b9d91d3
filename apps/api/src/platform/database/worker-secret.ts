/**
 * What the worker shows the database to act for a practice without a session; made from the application role's
 * password (@pupitre/migrations/worker-secret). Null: the address of the database carries none, and no job can run here.
 */
export class WorkerSecret {
  constructor(readonly value: string | null) {}
}
