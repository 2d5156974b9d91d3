import http from 'node:http';
import type { AddressInfo } from 'node:net';

interface Upstream {
  readonly url: string;
  readonly agent: http.Agent;
  isHealthy: boolean;
}

/**
 * What stands in front of two processes in a practice, at its plainest: in turn, over kept connections, skipping those
 * whose health check says no; a connection that is refused goes to the next one, a request that was sent never does.
 */
export class RoundRobinProxy {
  private readonly upstreams: Upstream[];
  private readonly checks: NodeJS.Timeout;
  readonly server: http.Server;
  private turn = 0;

  constructor(urls: readonly string[], checkEveryMs = 100) {
    this.upstreams = urls.map((url) => ({ url, agent: new http.Agent({ keepAlive: true }), isHealthy: true }));
    this.checks = setInterval(() => void this.check(), checkEveryMs);
    this.server = http.createServer((request, reply) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => this.forward(request, Buffer.concat(pieces), reply, this.upstreams.length));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    clearInterval(this.checks);
    for (const { agent } of this.upstreams) agent.destroy();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async check(): Promise<void> {
    for (const upstream of this.upstreams) {
      const reply = await fetch(`${upstream.url}/api/health`, { headers: { connection: 'close' } }).catch(() => null);
      upstream.isHealthy = reply?.ok === true;
      await reply?.arrayBuffer();
    }
  }

  private next(): Upstream | undefined {
    this.turn += 1;
    const healthy = this.upstreams.filter(({ isHealthy }) => isHealthy);
    return healthy[this.turn % healthy.length] ?? this.upstreams[this.turn % this.upstreams.length];
  }

  private forward(request: http.IncomingMessage, body: Buffer, reply: http.ServerResponse, tries: number): void {
    const upstream = this.next();
    if (!upstream) return;
    const { method } = request;
    // About the connection to the proxy, not to the server behind it.
    const { connection: _client, ...headers } = request.headers;
    const sent = http.request(upstream.url + request.url, { method, headers, agent: upstream.agent }, (answer) => {
      const { connection: _own, ...others } = answer.headers;
      reply.writeHead(answer.statusCode ?? 502, others);
      answer.pipe(reply);
      answer.on('error', () => reply.destroy());
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      upstream.isHealthy &&= error.code !== 'ECONNREFUSED';
      if (error.code === 'ECONNREFUSED' && tries > 1) return this.forward(request, body, reply, tries - 1);
      if (reply.headersSent) reply.destroy();
      else reply.writeHead(502).end(error.code);
    });
    reply.on('close', () => sent.destroy());
    sent.end(body);
  }
}
