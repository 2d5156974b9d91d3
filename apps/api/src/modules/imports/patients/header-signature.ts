import { createHash } from 'node:crypto';

/** The heads of a file may be long; what a mapping is found by is not. */
export function signatureHash(signature: string): string {
  return createHash('sha256').update(signature).digest('hex');
}
