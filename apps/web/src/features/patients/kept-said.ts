import { ApiProblem } from '../../lib/api-problem';

const SAYING = ['version.stale', 'request.invalid', 'server.failed', 'server.unavailable'];

/** True when the sentence of the problem already says that what was typed is kept. */
export const isKeptSaid = (error: unknown): boolean => error instanceof ApiProblem && SAYING.includes(error.code);
