import type { z } from 'zod';
import type { Permission, Role } from '../access/roles.js';
import type { ErrorCode } from './errors.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who may call: anybody, anybody signed in, or whoever holds the permission in the practice of the URL. */
export type Access = 'public' | 'session' | Permission;

/** What comes back: JSON checked by a schema, nothing (204), a file, or a server-sent event stream. */
export type ResponseShape = z.ZodType | 'empty' | { readonly file: string } | 'stream';

export interface EndpointSpec<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends ResponseShape,
> {
  readonly method: HttpMethod;
  /** Below `/api`, with `{name}` for path parameters. Tenant routes start with `/practices/{practiceId}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  /** Status of a success; 200 unless told, 204 for an empty response. */
  readonly status?: 200 | 201 | 204;
  /** Refusals of its own, besides those every endpoint may give. */
  readonly errors?: readonly ErrorCode[];
  /** A POST that only reads (it carries patient data that must not stand in a URL): READ ONLY transaction. */
  readonly readOnly?: boolean;
  /** A read that is written to the audit journal, committed before the body is sent. */
  readonly audited?: string;
  /** A write too slight and too frequent for the audit journal: what a person types for herself alone. */
  readonly untraced?: boolean;
  /** Needs an `Idempotency-Key`: sending it twice has one effect. */
  readonly idempotent?: boolean;
  /** Needs `If-Match` with the row's version. */
  readonly versioned?: boolean;
  /** Answers although the desk is locked. */
  readonly whileLocked?: boolean;
  /** The body is bytes (`application/octet-stream`), not JSON, and `body` is a schema of `Uint8Array`. */
  readonly upload?: { readonly maxBytes: number };
  /** Roles that must have typed their password in the last five minutes. */
  readonly stepUpFor?: readonly Role[];
}

export type Endpoint<
  P extends z.ZodType | undefined = z.ZodType | undefined,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends ResponseShape = ResponseShape,
> = EndpointSpec<P, Q, B, R> & { readonly id: string };

/**
 * Declares one endpoint. This object is the only description of the route: the API's routing, validation, response
 * filtering, permission check and OpenAPI page are made from it, and so are the typed client and the forms.
 *
 * @example
 * export const bookAppointment = defineEndpoint('appointment.book', { method: 'POST', path: '…', … });
 */
export function defineEndpoint<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends ResponseShape = ResponseShape,
>(id: string, spec: EndpointSpec<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return { id, ...spec };
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler receives: parsed parameters, query and body. */
export interface InputOf<E> {
  readonly params: E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? Parsed<P> : never;
  readonly query: E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Parsed<Q> : never;
  readonly body: E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? Parsed<B> : never;
  /** Version of `If-Match`; set on versioned endpoints. */
  readonly version: number;
}

/** What a client sends. */
export interface RequestOf<E> {
  readonly params: E extends Endpoint<infer P, infer _Q, infer _B, infer _R> ? Sent<P> : never;
  readonly query: E extends Endpoint<infer _P, infer Q, infer _B, infer _R> ? Sent<Q> : never;
  readonly body: E extends Endpoint<infer _P, infer _Q, infer B, infer _R> ? Sent<B> : never;
}

/** What a client reads. */
export type ResponseOf<E> =
  E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? (R extends z.ZodType ? z.output<R> : undefined) : never;

/** Fills `{name}` in an endpoint's path; throws when a parameter is missing. */
export function pathOf(endpoint: Pick<Endpoint, 'path'>, params: Readonly<Record<string, string>> = {}): string {
  return endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`missing path parameter ${name}`);
    return encodeURIComponent(value);
  });
}
