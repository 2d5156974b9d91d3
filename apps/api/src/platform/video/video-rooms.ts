import { randomBytes } from 'node:crypto';
import type { VideoState } from '@pupitre/shared/practices/practice.contract';
import type { Settings } from '../settings.js';

/**
 * Where remote visits take place. An address is a secret and says nothing of anybody: no name, no date, no id. Opening
 * the same visit twice gives two addresses; whoever asked keeps one and closes the other.
 */
export abstract class VideoRooms {
  abstract readonly state: VideoState;

  /** @returns the address to give to both; relative when the installation does not know its own. */
  abstract open(): Promise<string>;

  /** The address leads nowhere from then on; one already closed is no fault. */
  abstract close(url: string): Promise<void>;
}

const secretBytes = 16;

/** A page of the installation itself that says it is a demonstration: nobody meets there. */
export class DemoVideoRooms extends VideoRooms {
  readonly state = 'demo';

  constructor(private readonly publicUrl: string | undefined) {
    super();
  }

  async open(): Promise<string> {
    const path = `/teleconsultation#${randomBytes(secretBytes).toString('base64url')}`;
    return this.publicUrl ? new URL(path, this.publicUrl).href : path;
  }

  async close(): Promise<void> {}
}

/** No provider is connected: remote visits are booked without an address, and the screens say so. */
export class NoVideoRooms extends VideoRooms {
  readonly state = 'off';

  open(): Promise<string> {
    return Promise.reject(new Error('no video provider is connected'));
  }

  async close(): Promise<void> {}
}

export function videoRoomsFor({ demo, publicUrl }: Settings): VideoRooms {
  return demo ? new DemoVideoRooms(publicUrl) : new NoVideoRooms();
}
