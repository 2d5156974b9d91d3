import http from 'node:http';
import type { Socket } from 'node:net';

interface Use {
  /** Requests being answered. */
  requests: number;
  /** What had been read when the last answer ended: more than that is a request that has begun to arrive. */
  bytesAtRest: number;
}

/**
 * Every connection of the process's HTTP servers, and whether it is in use. Node closes idle connections by itself, but
 * not a browser's spare one, which never asked anything and would hold the end for a minute.
 */
export class OpenConnections {
  private readonly servers: http.Server[] = [];
  private readonly uses = new Map<Socket, Use>();
  private isClosing = false;

  /** Fastify makes a server for each address it listens on. */
  watch(server: http.Server): void {
    this.servers.push(server);
    server.on('connection', (socket) => {
      this.uses.set(socket, { requests: 0, bytesAtRest: 0 });
      socket.once('close', () => this.uses.delete(socket));
    });
    server.on('request', ({ socket }, reply) => {
      const use = this.uses.get(socket);
      if (!use) return;
      use.requests += 1;
      reply.once('close', () => {
        use.requests -= 1;
        use.bytesAtRest = socket.bytesRead;
        if (this.isClosing) this.closeIfIdle(socket, use);
      });
    });
  }

  /** Accepts nobody any more; resolves when the last answer is out, or after `graceMs` without waiting for it. */
  async close(graceMs: number): Promise<void> {
    this.isClosing = true;
    const closed = this.servers
      .filter(({ listening }) => listening)
      .map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const [socket, use] of this.uses) this.closeIfIdle(socket, use);
    const limit = setTimeout(() => {
      for (const socket of this.uses.keys()) socket.destroy();
    }, graceMs);
    await Promise.all(closed);
    clearTimeout(limit);
  }

  private closeIfIdle(socket: Socket, { requests, bytesAtRest }: Use): void {
    if (requests === 0 && socket.bytesRead === bytesAtRest) socket.destroySoon();
  }
}
