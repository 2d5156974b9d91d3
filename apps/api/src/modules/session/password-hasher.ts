import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, m = 64 MiB, t = 3, p = 1 (design: rulings §1). Algorithm 2 is argon2id. */
const parameters = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;

const atOnce = 2;

/** At most two hashes at once: fifty sign-ins must not take three gigabytes, nor starve the desks. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** Verified when the account is unknown, so that both answers take the same time. */
  private readonly decoy = hash('no account has this password', parameters);

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, parameters));
  }

  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const known = passwordHash ?? (await this.decoy);
    const matches = await this.inTurn(() => verify(known, password));
    return matches && passwordHash !== undefined;
  }

  private async inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) await new Promise<void>((resume) => this.waiting.push(resume));
    this.running += 1;
    try {
      return await act();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
