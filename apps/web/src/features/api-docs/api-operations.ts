import type { readApiPage } from '@pupitre/shared/contract/api-page.contract';
import type { ResponseOf } from '@pupitre/shared/contract/endpoint';

type Json = Readonly<Record<string, unknown>>;

export interface ApiField {
  readonly name: string;
  /** `path`, `query` or `header`. */
  readonly where: string;
  readonly required: boolean;
  readonly schema: Json;
}

export interface ApiOperation {
  readonly id: string;
  /** First part of its id: what it is about. */
  readonly domain: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** `public`, `session`, or the permission asked for. */
  readonly access: string;
  readonly fields: readonly ApiField[];
  readonly body: Json | null;
  readonly answers: readonly { readonly status: string; readonly told: string; readonly schema: Json | null }[];
}

/** The operations of the page, by domain, each domain and operation in order. */
export function operationsOf({ paths }: ResponseOf<typeof readApiPage>): ApiOperation[] {
  return Object.entries(paths)
    .flatMap(([path, verbs]) => Object.entries(verbs).map(([method, told]) => operationOf(method, path, told as Json)))
    .sort((a, b) => a.domain.localeCompare(b.domain) || a.path.localeCompare(b.path) || a.id.localeCompare(b.id));
}

function operationOf(method: string, path: string, told: Json): ApiOperation {
  const id = String(told.operationId);
  const parameters = (told.parameters ?? []) as readonly Json[];
  const responses = (told.responses ?? {}) as Readonly<Record<string, Json>>;
  return {
    ...{ id, path, domain: id.split('.')[0] ?? id, method: method.toUpperCase() },
    summary: String(told.summary),
    access: String(told['x-access'] ?? 'public'),
    fields: parameters.map(({ name, in: where, required, schema }) => ({
      ...{ name: String(name), where: String(where), required: required === true },
      schema: (schema ?? {}) as Json,
    })),
    body: schemaIn(told.requestBody as Json | undefined),
    answers: Object.entries(responses).map(([status, answer]) => ({
      ...{ status, told: String(answer.description ?? '') },
      schema: status.startsWith('2') ? schemaIn(answer) : null,
    })),
  };
}

/** The schema of the one type of content an operation takes or gives. */
function schemaIn(part: Json | undefined): Json | null {
  const [content] = Object.values((part?.content ?? {}) as Record<string, Json>);
  return (content?.schema as Json | undefined) ?? null;
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Operations in which every word typed stands somewhere: id, path, summary, permission. */
export function matching(operations: readonly ApiOperation[], text: string): ApiOperation[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return operations.filter(({ id, method, path, summary, access }) => {
    const all = folded(`${id} ${method} ${path} ${summary} ${access}`);
    return words.every((word) => all.includes(word));
  });
}

/** A schema in a few lines, as TypeScript would write its type: shorter to read than JSON Schema. */
export function typeOf(schema: Json, depth = 0): string {
  const { type, nullable, properties, items, anyOf, oneOf, allOf } = schema;
  const choices = schema.enum as readonly unknown[] | undefined;
  const or = nullable === true ? ' | null' : '';
  const many = (parts: unknown, sign: string) =>
    (parts as readonly Json[]).map((part) => typeOf(part, depth)).join(sign);
  if (choices) return choices.map((one) => JSON.stringify(one)).join(' | ') + or;
  if (anyOf || oneOf) return many(anyOf ?? oneOf, ' | ') + or;
  if (allOf) return many(allOf, ' & ') + or;
  if (type === 'array') return `${wrapped(typeOf((items ?? {}) as Json, depth))}[]${or}`;
  if (properties) return objectOf(schema, depth) + or;
  if (type === 'object') return `object${or}`;
  const limits = limitsOf(schema);
  return `${String(schema.format ?? type ?? 'unknown')}${limits}${or}`;
}

const wrapped = (text: string) => (/ [|&] /.test(text) && !text.startsWith('{') ? `(${text})` : text);

function objectOf({ properties, required }: Json, depth: number): string {
  const needed = new Set((required ?? []) as readonly string[]);
  const indent = '  '.repeat(depth + 1);
  const lines = Object.entries(properties as Record<string, Json>).map(
    ([name, inner]) => `${indent}${name}${needed.has(name) ? '' : '?'}: ${typeOf(inner, depth + 1)}`,
  );
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

function limitsOf({ minLength, maxLength, minimum, maximum }: Json): string {
  const [least, most] = [minLength ?? minimum, maxLength ?? maximum];
  const isHuge = (value: unknown) => typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER;
  if ((least === undefined || isHuge(least)) && (most === undefined || isHuge(most))) return '';
  return ` (${isHuge(least) ? '' : (least ?? '')}…${isHuge(most) ? '' : (most ?? '')})`;
}
