/**
 * Where minutes fall on the grid, and back. Pure. Minutes are local minutes of the shown day; one unit is 10 min and
 * `--slot` px high, so a change of density changes nothing here but `slotPx`.
 */
export const UNIT_MINUTES = 10;
export const SNAP_MINUTES = 5;
export const DRAG_THRESHOLD_PX = 4;
export const HEAD_PX = 58;
export const GUTTER_PX = 48;
/** A day of twelve hours at most, five minutes at least: what the contract of a visit takes. */
export const SHORTEST_MINUTES = 5;
export const LONGEST_MINUTES = 720;
const TEXT_LINE_PX = 15;
const EDGE_PX = 36;
const EDGE_MAX_STEP_PX = 14;

/** Units from opening: the value of `--d`. */
export function unitsFrom(openMin: number, minute: number): number {
  return (minute - openMin) / UNIT_MINUTES;
}

/** Text lines of 15 px that a card of this length shows, from 1 to 3; 3 px go to its inset and top padding. */
export function visibleLines(lengthMinutes: number, slotPx: number): number {
  const innerPx = (lengthMinutes / UNIT_MINUTES) * slotPx - 3;
  return Math.max(1, Math.min(3, Math.floor(innerPx / TEXT_LINE_PX)));
}

export function snap(minute: number, step = SNAP_MINUTES): number {
  return Math.round(minute / step) * step;
}

export function minuteAt(offsetPx: number, slotPx: number, openMin: number): number {
  return openMin + (offsetPx / slotPx) * UNIT_MINUTES;
}

export interface DayFrame {
  readonly openMin: number;
  readonly closeMin: number;
}

/** Snapped start that keeps the whole length inside the day; a visit longer than the day starts at opening. */
export function clampStart(startMin: number, lengthMinutes: number, frame: DayFrame): number {
  return Math.max(frame.openMin, Math.min(snap(startMin), frame.closeMin - lengthMinutes));
}

/** Snapped end that keeps the length between the shortest and the longest, and inside the day. */
export function clampEnd(endMin: number, startMin: number, frame: DayFrame): number {
  const latest = Math.min(frame.closeMin, startMin + LONGEST_MINUTES);
  return Math.max(startMin + SHORTEST_MINUTES, Math.min(snap(endMin), latest));
}

/**
 * Range drawn from an anchor to the pointer, in either direction, never shorter than `shortest` minutes and never
 * outside the day.
 */
export function rangeBetween(anchorMin: number, pointerMin: number, shortest: number, frame: DayFrame) {
  const anchor = Math.floor(anchorMin / SNAP_MINUTES) * SNAP_MINUTES;
  const down = pointerMin >= anchor;
  const startMin = Math.max(frame.openMin, down ? anchor : Math.floor(pointerMin / SNAP_MINUTES) * SNAP_MINUTES);
  const reach = down ? Math.ceil(pointerMin / SNAP_MINUTES) * SNAP_MINUTES : anchor + SNAP_MINUTES;
  const endMin = Math.min(frame.closeMin, Math.max(reach, startMin + shortest));
  return { startMin: Math.min(startMin, endMin - shortest), endMin };
}

/** Start of the cell under a minute, cells being counted from opening. */
export function cellStart(minute: number, openMin: number, slotMinutes: number): number {
  return openMin + Math.floor((minute - openMin) / slotMinutes) * slotMinutes;
}

/** Pixels to scroll per frame when the pointer is within 36 px of an edge, faster nearer to it; 0 elsewhere. */
export function edgeScroll(position: number, start: number, end: number): number {
  const before = start + EDGE_PX - position;
  const after = position - (end - EDGE_PX);
  const depth = Math.max(before, after);
  if (depth <= 0) return 0;
  const step = Math.ceil(Math.min(1, depth / EDGE_PX) * EDGE_MAX_STEP_PX);
  return before > after ? -step : step;
}

/** Scroll that shows `minute` at about one third of the view, moved up to an hour line so that no card is cut. */
export function openingScroll(minute: number, openMin: number, slotPx: number, viewPx: number): number {
  const hourPx = (60 / UNIT_MINUTES) * slotPx;
  const wanted = unitsFrom(openMin, minute) * slotPx - viewPx / 3;
  return Math.max(0, Math.floor(wanted / hourPx) * hourPx);
}

export interface GutterMark {
  readonly minute: number;
  readonly isHour: boolean;
}

/** One mark every ten minutes, the last one before closing. */
export function gutterMarks(openMin: number, closeMin: number): GutterMark[] {
  const marks: GutterMark[] = [];
  for (let minute = Math.ceil(openMin / UNIT_MINUTES) * UNIT_MINUTES; minute < closeMin; minute += UNIT_MINUTES) {
    marks.push({ minute, isHour: minute % 60 === 0 });
  }
  return marks;
}
