import { Injectable } from '@nestjs/common';
import { readCursor } from './live-cursor.js';
import { LiveEventsRepository } from './live-events.repository.js';
import { frameOf } from './live-frame.js';
import { LiveHub } from './live-hub.js';

/** What a desk that comes back is told first. */
@Injectable()
export class LiveReplay {
  constructor(
    private readonly hub: LiveHub,
    private readonly events: LiveEventsRepository,
  ) {}

  /** Each change it missed, then whether that was all; with no cursor or a lost one, that everything is to be read. */
  async framesSince(cursorText: string | undefined): Promise<string[]> {
    const { database } = this.hub;
    const { events, cursor } = await this.events.since(readCursor(cursorText, database), database);
    const missed = (events ?? []).map((event) => frameOf('change', event, null));
    return [...missed, frameOf('ready', { state: events ? 'replayed' : 'resync' }, cursor)];
  }
}
