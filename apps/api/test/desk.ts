import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import supertest from 'supertest';

type Body = object | undefined;

/** A signed-in person at a screen: every path is below the practice's own. */
export class Desk {
  constructor(
    private readonly server: Server,
    readonly token: string,
    readonly practiceId: string,
    readonly accountId: string,
    readonly displayName: string,
  ) {}

  /** The same person, served by another process. */
  at(server: Server): Desk {
    return new Desk(server, this.token, this.practiceId, this.accountId, this.displayName);
  }

  get cookie(): string {
    return `__Host-pupitre=${this.token}`;
  }

  get(path: string) {
    return this.raw('get', `/practices/${this.practiceId}${path}`);
  }

  /** A new idempotency key each time, unless one is given. */
  post(path: string, body?: Body, key: string = randomUUID()) {
    return this.raw('post', `/practices/${this.practiceId}${path}`, body).set('idempotency-key', key);
  }

  /** A new idempotency key each time, unless one is given. */
  put(path: string, body: Body, version?: number, key: string = randomUUID()) {
    const request = this.raw('put', `/practices/${this.practiceId}${path}`, body).set('idempotency-key', key);
    return version === undefined ? request : request.set('if-match', `"${version}"`);
  }

  /** A post on a row whose version is known. */
  act(path: string, version: number, body?: Body, key: string = randomUUID()) {
    return this.post(path, body, key).set('if-match', `"${version}"`);
  }

  delete(path: string) {
    return this.raw('delete', `/practices/${this.practiceId}${path}`);
  }

  /** Any path below /api, as this person. */
  raw(method: 'get' | 'post' | 'put' | 'delete', path: string, body?: Body) {
    const request = supertest(this.server)[method](`/api${path}`).set('cookie', this.cookie);
    return body === undefined ? request : request.send(body);
  }
}
