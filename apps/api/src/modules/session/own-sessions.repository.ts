import { Injectable } from '@nestjs/common';
import type { Browser, Device, System } from '@pupitre/shared/session/device';
import type { OwnSession } from '@pupitre/shared/session/own-sessions.contract';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly since_seconds: number;
  readonly seen_seconds: number;
  readonly locked: boolean;
  readonly this_one: boolean;
}

const unknown = 'unknown';

/** One's own sessions, through the database's functions; each `revoke` tells the hashes (hex) of what it ended. */
@Injectable()
export class OwnSessionsRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async nameThisOne({ browser, system }: Device): Promise<void> {
    await this.unitOfWork.manager.query('select app.name_session($1)', [`${browser ?? unknown}/${system ?? unknown}`]);
  }

  async list(): Promise<OwnSession[]> {
    const rows = await this.unitOfWork.manager.query<SessionRow[]>(
      `select id, device, locked, this_one, extract(epoch from now() - created_at)::int as since_seconds,
              extract(epoch from now() - last_input_at)::int as seen_seconds
         from app.my_sessions()`,
    );
    return rows.map((row) => {
      const [browser = '', system = ''] = row.device.split('/');
      return {
        id: row.id,
        browser: browser === unknown || !browser ? null : (browser as Browser),
        system: system === unknown || !system ? null : (system as System),
        since: this.clock.ago(row.since_seconds).toISOString(),
        lastSeen: this.clock.ago(row.seen_seconds).toISOString(),
        state: row.locked ? 'locked' : 'active',
        thisOne: row.this_one,
      };
    });
  }

  revoke(sessionId: string): Promise<string[]> {
    return this.endedBy('app.revoke_own_session($1)', [sessionId]);
  }

  revokeOthers(): Promise<string[]> {
    return this.endedBy('app.revoke_other_sessions()');
  }

  revokeOfMember(accountId: string): Promise<string[]> {
    return this.endedBy('app.revoke_member_sessions($1)', [accountId]);
  }

  private async endedBy(call: string, values: string[] = []): Promise<string[]> {
    const rows = await this.unitOfWork.manager.query<{ hash: string }[]>(
      `select encode(ended, 'hex') as hash from ${call} as ended`,
      values,
    );
    return rows.map(({ hash }) => hash);
  }
}
