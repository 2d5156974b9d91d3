import { randomBytes } from 'node:crypto';
import { hashToken } from '../../platform/http/endpoint-request.js';

const idBytes = 16;
const secretBytes = 32;

/** What an address proves: the practice it leads to, and the hash its secret is kept as. */
export interface FeedSecret {
  readonly practiceId: string;
  readonly hash: Buffer;
}

/**
 * The practice's id and 256 random bits, base64url, 64 characters. The id is no secret: it lets the address be looked up
 * within its practice, as every row is.
 */
export function makeFeedToken(practiceId: string): { token: string; hash: Buffer } {
  const id = Buffer.from(practiceId.replaceAll('-', ''), 'hex');
  const token = Buffer.concat([id, randomBytes(secretBytes)]).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** Null for what cannot be one of ours. */
export function readFeedToken(token: string): FeedSecret | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, idBytes).toString('hex');
  return { practiceId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), hash: hashToken(token) };
}
