/**
 * How far a desk has heard: a snapshot of the database (which transactions it could see), the database it belongs to,
 * and when it was taken. `<database>~<seconds>~<xmin:xmax:running,…>`
 */
export interface LiveCursor {
  /** Identity of the cluster and of the database: a restored copy counts its transactions anew. */
  readonly database: string;
  /** Seconds of the database's clock. */
  readonly at: number;
  /** `pg_snapshot`, as text. */
  readonly snapshot: string;
}

/** Rows are kept two hours: within one, nothing a cursor asks for can be gone. */
const goodForSeconds = 3_600;
const longest = 4_000;

export function cursorText({ database, at, snapshot }: LiveCursor): string {
  return `${database}~${at}~${snapshot}`;
}

/** What the text says; null when it is no cursor of this database. */
export function readCursor(text: string | undefined, database: string): LiveCursor | null {
  if (!text || text.length > longest) return null;
  const [from, at, snapshot, ...rest] = text.split('~');
  if (from !== database || rest.length > 0 || !/^\d{1,12}$/.test(at ?? '') || !isSnapshot(snapshot ?? '')) return null;
  return { database, at: Number(at), snapshot: snapshot ?? '' };
}

/** `now`: the same clock, later. */
export function isTooOld(cursor: LiveCursor, now: LiveCursor): boolean {
  return now.at - cursor.at > goodForSeconds;
}

/** What Postgres accepts as `pg_snapshot`: it answers anything else with an error. */
function isSnapshot(text: string): boolean {
  const parts = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19},)*\d{1,19})?$/.exec(text);
  if (!parts) return false;
  const [xmin, xmax] = [BigInt(parts[1] ?? 0), BigInt(parts[2] ?? 0)];
  const running = parts[3] ? parts[3].split(',').map(BigInt) : [];
  if (xmin < 1n || xmax < xmin || xmax > 2n ** 63n - 1n) return false;
  return running.every((xid, at) => xid >= xmin && xid < xmax && (at === 0 || xid > (running[at - 1] ?? 0n)));
}
