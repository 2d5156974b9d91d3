import { type ErrorCode, errorKinds, type Problem } from '@pupitre/shared/contract/errors';

/** What a refusal can be called on this side: the API's codes, and the two that only the browser can know. */
export type ProblemCode = ErrorCode | 'network.unreachable' | 'response.unreadable';

export interface ApiProblemFields {
  status: number;
  code: ProblemCode;
  details?: Readonly<Record<string, unknown>>;
  /** Same id in the server's log; shown as the code to give to support. */
  errorId?: string;
}

/** A refusal of the API, or its silence. `code` has a sentence in `errors:` in both languages. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly errorId: string | undefined;

  constructor({ status, code, details = {}, errorId }: ApiProblemFields, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.details = details;
    this.errorId = errorId;
  }

  /** True when trying again the same way may succeed: no answer, a failure of the server, too many at once. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && value in errorKinds;

/** Reads `application/problem+json`; a body that is not ours (a proxy's page) becomes `server.unavailable`. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const code = isCode(body?.code) ? body.code : response.status === 404 ? 'resource.not_found' : 'server.unavailable';
  return new ApiProblem({ status: response.status, code, details: body?.details, errorId: body?.errorId });
}
