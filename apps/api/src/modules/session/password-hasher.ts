import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Turns } from '../../platform/turns.js';

/** Above the floor OWASP gives for argon2id (19 MiB, 2 passes). Algorithm 2 is argon2id. */
const parameters = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

const atOnce = 2;

/** At most two hashes at once: fifty sign-ins must not take three gigabytes, nor starve the desks. */
@Injectable()
export class PasswordHasher {
  private readonly turns = new Turns(atOnce);
  /** Verified when the account is unknown, so that both answers take the same time. */
  private readonly decoy = hash('no account has this password', parameters);

  hash(password: string): Promise<string> {
    return this.turns.run(() => hash(password, parameters));
  }

  /** An account that was invited has an empty hash until it chose a password: nothing matches, in the same time. */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const known = passwordHash || (await this.decoy);
    const matches = await this.turns.run(() => verify(known, password));
    return matches && Boolean(passwordHash);
  }
}
