import type { ClosedBlock, FreeBlock, HoldBlock, PlannerCard } from './types';

/**
 * What arrows walk through. Every column is a list of stops from its head to closing time: visits, free slots, holds,
 * closed times, and an empty cell every `slotMinutes` where nothing is drawn. Pure.
 */
export interface Stop {
  readonly key: string;
  readonly kind: 'head' | 'card' | 'free' | 'closed' | 'hold' | 'cell';
  readonly startMin: number;
  readonly endMin: number;
}

export interface ColumnContent {
  readonly cards: readonly PlannerCard[];
  readonly closed: readonly ClosedBlock[];
  readonly free: readonly FreeBlock[];
  readonly holds: readonly HoldBlock[];
}

export interface StopFrame {
  readonly openMin: number;
  readonly closeMin: number;
  readonly slotMinutes: number;
}

export const HEAD_KEY = 'head';
export const cardKey = (cardId: string) => `card:${cardId}`;
export const freeKey = (startMin: number) => `free:${startMin}`;
export const closedKey = (startMin: number) => `closed:${startMin}`;
export const holdKey = (holdId: string) => `hold:${holdId}`;
export const cellKey = (startMin: number) => `cell:${startMin}`;

/** A ghost gives its time back: only what keeps a place hides the cells under it. */
function drawnStops(content: ColumnContent): { stops: Stop[]; taken: Stop[] } {
  const ghosts: Stop[] = [];
  const taken: Stop[] = [];
  for (const { id, startMin, endMin, ghost } of content.cards) {
    (ghost ? ghosts : taken).push({ key: cardKey(id), kind: 'card', startMin, endMin });
  }
  for (const { startMin, endMin } of content.free) {
    taken.push({ key: freeKey(startMin), kind: 'free', startMin, endMin });
  }
  for (const { startMin, endMin } of content.closed) {
    taken.push({ key: closedKey(startMin), kind: 'closed', startMin, endMin });
  }
  for (const { id, startMin, endMin } of content.holds) {
    taken.push({ key: holdKey(id), kind: 'hold', startMin, endMin });
  }
  return { stops: [...ghosts, ...taken], taken };
}

/** Empty cells between two minutes: the first may be shorter, the others follow the grid counted from opening. */
function cellsBetween(fromMin: number, toMin: number, frame: StopFrame): Stop[] {
  const cells: Stop[] = [];
  for (let startMin = fromMin; startMin < toMin; ) {
    const index = Math.floor((startMin - frame.openMin) / frame.slotMinutes);
    const endMin = Math.min(toMin, frame.openMin + (index + 1) * frame.slotMinutes);
    cells.push({ key: cellKey(startMin), kind: 'cell', startMin, endMin });
    startMin = endMin;
  }
  return cells;
}

/** All stops of a column in reading order; the head comes first and has no length. */
export function columnStops(content: ColumnContent, frame: StopFrame): Stop[] {
  const { stops, taken } = drawnStops(content);
  let reached = frame.openMin;
  for (const block of taken.sort((a, b) => a.startMin - b.startMin)) {
    stops.push(...cellsBetween(reached, Math.min(block.startMin, frame.closeMin), frame));
    reached = Math.max(reached, block.endMin);
  }
  stops.push(...cellsBetween(reached, frame.closeMin, frame));
  stops.sort((a, b) => a.startMin - b.startMin || Number(a.kind === 'cell') - Number(b.kind === 'cell'));
  return [{ key: HEAD_KEY, kind: 'head', startMin: frame.openMin, endMin: frame.openMin }, ...stops];
}

/** The stop that holds a minute, a visit before anything else; failing that the one whose start is closest. */
export function nearestStop(stops: readonly Stop[], minute: number): Stop | undefined {
  let best: Stop | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    if (stop.kind === 'head') continue;
    const holds = stop.startMin <= minute && minute < stop.endMin;
    const score = holds ? (stop.kind === 'card' ? -2 : -1) : Math.abs(stop.startMin - minute);
    if (score < bestScore) {
      best = stop;
      bestScore = score;
    }
  }
  return best ?? stops[0];
}

/** The stop above or below; the ends of the column hold the focus. */
export function stepStop(stops: readonly Stop[], key: string, direction: 1 | -1): Stop | undefined {
  const index = stops.findIndex((stop) => stop.key === key);
  if (index < 0) return stops[0];
  return stops[Math.max(0, Math.min(stops.length - 1, index + direction))];
}

/** Where the focus lands when the page opens: the first visit not over at `nowMin`, else the first stop. */
export function openingStop(stops: readonly Stop[], nowMin: number | null): Stop | undefined {
  const visits = stops.filter((stop) => stop.kind === 'card' || stop.kind === 'free');
  return visits.find((stop) => nowMin === null || stop.endMin > nowMin) ?? visits[0] ?? stops[1] ?? stops[0];
}

/**
 * The stop a remembered key stands for after the day changed: itself, or what now fills its time. A cell inside a free
 * slot is kept exact, so that Shift and arrows choose any time of a long one.
 */
export function resolveStop(stops: readonly Stop[], key: string, startMin: number, slotMinutes: number) {
  const same = stops.find((stop) => stop.key === key);
  if (same) return same;
  const filled = nearestStop(stops, startMin);
  if (filled?.kind !== 'free' || filled.startMin === startMin || !key.startsWith('cell:')) return filled;
  if (startMin < filled.startMin || startMin >= filled.endMin) return filled;
  const endMin = Math.min(filled.endMin, startMin + slotMinutes);
  return { key: cellKey(startMin), kind: 'cell', startMin, endMin } satisfies Stop;
}

/** One cell up or down whatever is drawn there, stopping at the day's ends. */
export function stepCell(stops: readonly Stop[], startMin: number, direction: 1 | -1, frame: StopFrame) {
  const { openMin, closeMin, slotMinutes } = frame;
  const from = openMin + Math.floor((startMin - openMin) / slotMinutes) * slotMinutes;
  const minute = Math.max(openMin, Math.min(closeMin - slotMinutes, from + direction * slotMinutes));
  return resolveStop(stops, cellKey(minute), minute, slotMinutes);
}

/** Ghosts whose 15 px are not covered: a new visit in a cancelled place hides the cancelled one. */
export function withoutCoveredGhosts(cards: readonly PlannerCard[]): readonly PlannerCard[] {
  if (!cards.some((card) => card.ghost)) return cards;
  const covers = (card: PlannerCard, ghost: PlannerCard) =>
    !card.ghost &&
    card.columnId === ghost.columnId &&
    card.startMin < ghost.startMin + 10 &&
    card.endMin > ghost.startMin;
  return cards.filter((card) => !card.ghost || !cards.some((other) => covers(other, card)));
}
