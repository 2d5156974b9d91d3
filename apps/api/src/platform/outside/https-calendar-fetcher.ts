import http from 'node:http';
import https from 'node:https';
import { Injectable } from '@nestjs/common';
import type { OutsideFault } from '@pupitre/shared/calendars/calendar.contract';
import { CalendarFetcher, type Fetched, type KnownText } from './calendar-fetcher.js';
import { AddressForbidden, OutsideGate } from './outside-gate.js';

const patienceMs = 10_000;
const mostRedirects = 3;
const mostBytes = 5 * 1024 * 1024;

/** A refusal with its reason, on the way to the answer. */
class Refused extends Error {
  constructor(readonly fault: OutsideFault) {
    super();
  }
}

/** Over https, ten seconds and five megabytes at most, three redirections, each looked at like the first address. */
@Injectable()
export class HttpsCalendarFetcher extends CalendarFetcher {
  constructor(private readonly gate: OutsideGate) {
    super();
  }

  async fetch(address: string, known: KnownText | null, signal?: AbortSignal): Promise<Fetched> {
    const deadline = AbortSignal.any([AbortSignal.timeout(patienceMs), ...(signal ? [signal] : [])]);
    try {
      let url = new URL(address);
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        const reply = await this.ask(url, known, deadline);
        const next = redirection(reply, url);
        if (!next) return await read(reply, known !== null);
        reply.destroy();
        url = next;
      }
      throw new Refused('redirected_too_often');
    } catch (error) {
      return { kind: 'refused', fault: faultOf(error, deadline) };
    }
  }

  private ask(url: URL, known: KnownText | null, signal: AbortSignal): Promise<http.IncomingMessage> {
    if (!this.gate.admits(url)) throw new Refused('address_forbidden');
    const headers: http.OutgoingHttpHeaders = {
      accept: 'text/calendar, */*;q=0.1',
      'accept-encoding': 'identity',
      'user-agent': 'Pupitre',
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    };
    const { request } = url.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      // No agent: a connection kept open would outlive the look at its address.
      request(url, { headers, signal, agent: false, lookup: this.gate.lookup }, resolve).once('error', reject).end();
    });
  }
}

function redirection({ statusCode = 0, headers }: http.IncomingMessage, from: URL): URL | null {
  if (statusCode < 300 || statusCode > 399 || statusCode === 304 || !headers.location) return null;
  if (!URL.canParse(headers.location, from)) throw new Refused('server_error');
  return new URL(headers.location, from);
}

async function read(reply: http.IncomingMessage, mayBeUnchanged: boolean): Promise<Fetched> {
  const { statusCode = 0, headers } = reply;
  if (statusCode === 304 && mayBeUnchanged) {
    reply.destroy();
    return { kind: 'unchanged' };
  }
  const fault = statusFault(statusCode, headers);
  if (fault) {
    reply.destroy();
    throw new Refused(fault);
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of reply as AsyncIterable<Buffer>) {
    bytes += piece.length;
    // Leaving the loop closes the connection.
    if (bytes > mostBytes) throw new Refused('too_large');
    pieces.push(piece);
  }
  const { etag = null, 'last-modified': lastModified = null } = headers;
  return { kind: 'text', bytes: Buffer.concat(pieces), etag: short(etag), lastModified: short(lastModified) };
}

function statusFault(status: number, headers: http.IncomingHttpHeaders): OutsideFault | null {
  if (status === 401 || status === 403) return 'access_denied';
  if (status === 404 || status === 410) return 'not_found';
  if (status !== 200) return 'server_error';
  if (Number(headers['content-length'] ?? 0) > mostBytes) return 'too_large';
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' ? null : 'no_calendar';
}

/** What is sent back word for word must be worth keeping. */
function short(value: string | null): string | null {
  return value !== null && value.length <= 200 ? value : null;
}

function faultOf(error: unknown, deadline: AbortSignal): OutsideFault {
  if (error instanceof Refused) return error.fault;
  if (error instanceof AddressForbidden) return 'address_forbidden';
  if (deadline.aborted) return 'too_slow';
  const { code = '' } = error as NodeJS.ErrnoException;
  return /CERT|TLS|SSL|SIGNATURE|ISSUER/.test(code) ? 'certificate' : 'unreachable';
}
