import { type Endpoint, pathOf, type RequestOf, type ResponseOf } from '@pupitre/shared/contract/endpoint';
import { ApiProblem, problemOf } from './api-problem';
import { forgetAct } from './last-act';
import { tellSessionRefusal } from './session-refusals';

type PartsSent<E extends Endpoint> = {
  [Part in keyof RequestOf<E> as RequestOf<E>[Part] extends undefined ? never : Part]: RequestOf<E>[Part];
};

/** What a call carries: exactly the parts its contract declares, and the two headers some contracts ask for. */
export type CallOf<E extends Endpoint> = PartsSent<E> & {
  /** Version read with the row; needed by `versioned` contracts. */
  ifMatch?: number;
  /** One key a submission, kept over retries (`useSubmissionKey`); needed by `idempotent` contracts. */
  idempotencyKey?: string;
  /** The request outlives the page that sends it; small bodies only. */
  keepalive?: boolean;
};

/** The same call once its type no longer matters: what is put on the wire. */
interface LooseCall {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  ifMatch?: number;
  idempotencyKey?: string;
  keepalive?: boolean;
}

/** Address of an endpoint, for a call and for a link to a file (`<a href={urlOf(readReceipt, …)}>`). */
export function urlOf<E extends Endpoint>(endpoint: E, call: Pick<LooseCall, 'params' | 'query'> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined && value !== null) search.append(name, String(value));
  }
  const suffix = search.size > 0 ? `?${search}` : '';
  return `/api${pathOf(endpoint, call.params)}${suffix}`;
}

function headersOf(endpoint: Endpoint, call: LooseCall): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (call.body !== undefined) {
    headers.set('content-type', endpoint.upload ? 'application/octet-stream' : 'application/json');
  }
  if (endpoint.versioned) {
    if (call.ifMatch === undefined) throw new TypeError(`${endpoint.id} needs ifMatch`);
    headers.set('if-match', `"${call.ifMatch}"`);
  }
  if (endpoint.idempotent) {
    if (!call.idempotencyKey) throw new TypeError(`${endpoint.id} needs idempotencyKey`);
    headers.set('idempotency-key', call.idempotencyKey);
  }
  return headers;
}

/** A file of ours, and the name the server gave it. */
export interface FileGiven {
  blob: Blob;
  name: string;
}

/**
 * Calls one endpoint and returns what its contract promises, checked.
 * Throws `ApiProblem` for a refusal, a silence or an answer that is not the contract's; `AbortError` when cancelled.
 * With `callForFile`, the only place of the web that fetches.
 */
export async function callApi<E extends Endpoint>(
  endpoint: E,
  call: CallOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  const response = await answerOf(endpoint, call, signal);
  return (await bodyOf(endpoint, response)) as ResponseOf<E>;
}

/** The file an endpoint answers with; for one that must be asked for in the page, because it may be refused. */
export async function callForFile<E extends Endpoint>(
  endpoint: E,
  call: CallOf<E>,
  signal?: AbortSignal,
): Promise<FileGiven> {
  const response = await answerOf(endpoint, call, signal);
  const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const blob = await response.blob().catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiProblem({ status: 0, code: 'network.unreachable' }, { cause });
  });
  return { blob, name };
}

async function answerOf(endpoint: Endpoint, call: LooseCall, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(urlOf(endpoint, call), {
    method: endpoint.method,
    headers: headersOf(endpoint, call),
    body: endpoint.upload ? (call.body as BodyInit) : call.body === undefined ? undefined : JSON.stringify(call.body),
    credentials: 'same-origin',
    cache: 'no-store',
    keepalive: call.keepalive ?? false,
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiProblem({ status: 0, code: 'network.unreachable' }, { cause });
  });
  if (response.ok) {
    // Whoever made the act tells its way back next; until then Ctrl+Z must not take back the one before it.
    if (isAct(endpoint)) forgetAct();
    return response;
  }
  const problem = await problemOf(response);
  if (problem.status === 401) tellSessionRefusal(problem.code);
  throw problem;
}

/** Something done at the desk: neither a read, nor what a screen keeps for itself, nor the session's own affairs. */
function isAct({ method, readOnly, audited, untraced, access }: Endpoint): boolean {
  const isQuiet = method === 'GET' || readOnly || untraced || audited !== undefined;
  return !isQuiet && access !== 'session' && access !== 'public';
}

async function bodyOf(endpoint: Endpoint, response: Response): Promise<unknown> {
  const shape = endpoint.response;
  if (typeof shape === 'string' || !('safeParse' in shape)) return undefined;
  const parsed = shape.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new ApiProblem({ status: response.status, code: 'response.unreadable' }, { cause: parsed.error });
}
