import { type DraftForm, dropDraft, saveDraft } from '@pupitre/shared/drafts/draft.contract';
import { callApi } from './api-client';
import { ApiProblem } from './api-problem';

/** One form of one person: whose, where, which, about what. */
export interface DraftName {
  readonly accountId: string;
  readonly practiceId: string;
  readonly form: DraftForm;
  /** Id of what the form is about, or `new`. */
  readonly subject: string;
}

interface Keeper {
  readonly name: DraftName;
  /** What the server has or is about to have, as JSON; empty: nothing. */
  json: string;
  /** Still to be sent; null: to be forgotten there; undefined: nothing to say. */
  wanted: Record<string, unknown> | null | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  sending: Promise<void>;
}

const SAVE_EVERY_MS = 1_000;
const RETRY_MS = 5_000;
const PATIENCE_MS = 2_000;

/** In the page's memory until the server has it; nothing is written to the browser's own storage. */
const keepers = new Map<string, Keeper>();
let isPaused = false;

const keyOf = ({ accountId, practiceId, form, subject }: DraftName) => `${accountId} ${practiceId} ${form} ${subject}`;

function keeperOf(name: DraftName): Keeper {
  const key = keyOf(name);
  const held = keepers.get(key);
  if (held) return held;
  const keeper: Keeper = { name, json: '', wanted: undefined, timer: undefined, sending: Promise.resolve() };
  keepers.set(key, keeper);
  return keeper;
}

/** True while the server has, or is about to have, a draft typed or taken up in this page. */
export const isDraftKept = (name: DraftName): boolean => (keepers.get(keyOf(name))?.json ?? '') !== '';

/** Resolves once what left for the server has arrived: what is read then is not older than what was said. */
export const draftSettled = (name: DraftName): Promise<void> => keepers.get(keyOf(name))?.sending ?? Promise.resolve();

/** What was just read from the server: not sent back as it came. */
export function noteDraftRead(name: DraftName, body: object): void {
  keeperOf(name).json = JSON.stringify(body);
}

/** Keeps what is typed: a second after the first change, then each second while it changes. */
export function keepDraft(name: DraftName, body: object): void {
  const keeper = keeperOf(name);
  const json = JSON.stringify(body);
  if (json === keeper.json) return;
  keeper.json = json;
  keeper.wanted = JSON.parse(json);
  schedule(keeper, SAVE_EVERY_MS);
}

/** The form is saved, or given up on purpose. */
export function forgetDraft(name: DraftName): void {
  const keeper = keeperOf(name);
  keeper.json = '';
  keeper.wanted = null;
  clearTimeout(keeper.timer);
  keeper.timer = undefined;
  void send(keeper);
}

/** Sends what waits, now: before a lock, before the page goes (`isLast`: the request outlives the page). */
export function flushDrafts(isLast = false): Promise<unknown> {
  const waiting = [...keepers.values()].filter(({ wanted }) => wanted !== undefined);
  return Promise.all(waiting.map((keeper) => (isLast ? put(keeper, true) : send(keeper))));
}

/** Before a lock or a sign-out, which end what the server takes: soon, even when it does not answer. */
export async function flushSoon(): Promise<void> {
  await Promise.race([flushDrafts(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** While the desk is locked nothing is sent: what is left to say waits for its owner. */
export function pauseDrafts(): void {
  isPaused = true;
}

/** Nobody is signed in: what the server has needs no copy here; what it has not yet waits for its owner. */
export function forgetSentDrafts(): void {
  for (const [key, { wanted }] of keepers) if (wanted === undefined) keepers.delete(key);
}

/** The desk is open, to this person: what waits of hers leaves, what another one left unsent is forgotten. */
export function resumeDrafts(accountId: string): void {
  isPaused = false;
  for (const [key, { name, timer }] of keepers) {
    if (name.accountId === accountId) continue;
    clearTimeout(timer);
    keepers.delete(key);
  }
  void flushDrafts();
}

function schedule(keeper: Keeper, delayMs: number): void {
  keeper.timer ??= setTimeout(() => {
    keeper.timer = undefined;
    if (!isPaused) void send(keeper);
  }, delayMs);
}

/** One after the other: an older text must not arrive after a newer one. */
function send(keeper: Keeper): Promise<void> {
  keeper.sending = keeper.sending.then(() => put(keeper, false));
  return keeper.sending;
}

async function put(keeper: Keeper, keepalive: boolean): Promise<void> {
  const { wanted, name } = keeper;
  if (wanted === undefined) return;
  keeper.wanted = undefined;
  const params = { practiceId: name.practiceId, form: name.form, subject: name.subject };
  try {
    if (wanted === null) await callApi(dropDraft, { params, keepalive });
    else await callApi(saveDraft, { params, body: { body: wanted }, keepalive });
  } catch (error) {
    if (keeper.wanted !== undefined || !mayPass(error)) return;
    keeper.wanted = wanted;
    schedule(keeper, RETRY_MS);
  }
}

/** A silence, a failure, or a desk that is closed for now; a refusal of the text itself is final. */
const mayPass = (error: unknown): boolean => error instanceof ApiProblem && (error.isPassing || error.status === 401);
