import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LiveHub } from '../live/live-hub.js';
import type { OpenConnections } from './open-connections.js';

interface Patience {
  /** Still accepting, while /api/health says to a proxy that it should turn away. */
  readonly lingerMs: number;
  /** From the order to stop until the requests under way are cut off. */
  readonly graceMs: number;
}

/** Leaves in good order: nobody's request fails because this process ends. */
@Injectable()
export class GracefulStop {
  private connections: OpenConnections | null = null;
  private draining = false;

  constructor(private readonly hub: LiveHub) {}

  /** The health check says so, and every answer closes its connection: a proxy then opens the next one elsewhere. */
  get isDraining(): boolean {
    return this.draining;
  }

  /** The HTTP server exists before the modules do. */
  closes(connections: OpenConnections): void {
    this.connections = connections;
  }

  async drain({ lingerMs, graceMs }: Patience): Promise<void> {
    this.draining = true;
    this.hub.sayGoodbye();
    await wait(lingerMs);
    await this.connections?.close(graceMs - lingerMs);
  }
}
