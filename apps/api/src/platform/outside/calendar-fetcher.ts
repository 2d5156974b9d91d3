import type { OutsideFault } from '@pupitre/shared/calendars/calendar.contract';

/** What the host said of the text read last. */
export interface KnownText {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | {
      readonly kind: 'text';
      readonly bytes: Buffer;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly fault: OutsideFault };

/**
 * Fetches a calendar kept elsewhere, from an address that somebody of a practice typed: never throws, never reaches a
 * network of ours, never says the address.
 */
export abstract class CalendarFetcher {
  /** `known` asks only for what changed since; null asks for the text. */
  abstract fetch(address: string, known: KnownText | null, signal?: AbortSignal): Promise<Fetched>;
}
