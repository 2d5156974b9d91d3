import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { agendaFeed } from '@pupitre/shared/calendars/agenda-feed';
import { type addFeed, mostPerColumn } from '@pupitre/shared/calendars/calendar.contract';
import type { InputOf, ResponseOf } from '@pupitre/shared/contract/endpoint';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/domain-error.js';
import type { FileAnswer } from '../../platform/http/file-answer.js';
import { Quota } from '../../platform/http/quota.js';
import { CalendarScope } from './calendar-scope.js';
import { FeedRepository, type ReadFeed } from './feed.repository.js';
import { type FeedSecret, makeFeedToken, readFeedToken } from './feed-token.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const [daysBack, daysAhead] = [30, 180];
/** Programs come every few minutes at most; a telephone at the desk and two at home read one address. */
const readsAFeed = 60;
const readsAnAddress = 300;
const windowMs = 10 * minuteMs;

/** Addresses by which calendar programs read a column, and what they read there. */
@Injectable()
export class FeedService {
  private readonly ofFeed = new Quota(readsAFeed, windowMs);
  private readonly ofAddress = new Quota(readsAnAddress, windowMs);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: FeedRepository,
    private readonly scope: CalendarScope,
    private readonly clock: Clock,
  ) {}

  async add({ resourceId, label }: InputOf<typeof addFeed>['body']): Promise<ResponseOf<typeof addFeed>> {
    await this.scope.require(resourceId);
    const standing = await this.feeds.list([resourceId]);
    if (standing.length >= mostPerColumn) throw new DomainError('calendar.too_many');
    const { token, hash } = makeFeedToken(this.unitOfWork.practiceId);
    const id = uuid();
    await this.feeds.insert({ id, resourceId, hash, label, createdAt: this.clock.now() });
    this.unitOfWork.noteSubject({ subjectId: id });
    const feed = (await this.feeds.list([resourceId])).find((each) => each.id === id);
    if (!feed) throw new DomainError('resource.not_found');
    return { feed, token };
  }

  async revoke(feedId: string): Promise<void> {
    const isRevoked = await this.feeds.revoke(feedId, await this.scope.resourceIds(), this.clock.now());
    if (!isRevoked) throw new DomainError('resource.not_found');
    this.unitOfWork.noteSubject({ subjectId: feedId });
  }

  /** The same refusal whatever was wrong with the address. */
  async read(token: string, address: string): Promise<FileAnswer> {
    const secret = readFeedToken(token);
    const retryAfterSeconds =
      this.ofAddress.take(address) || (secret ? this.ofFeed.take(secret.hash.toString('base64')) : 0);
    if (retryAfterSeconds > 0) throw new DomainError('request.too_many', { retryAfterSeconds });
    const now = this.clock.now();
    // Whole days of UTC: within a day the same agenda is the same text.
    const today = Math.floor(now.getTime() / dayMs) * dayMs;
    const [since, until] = [new Date(today - daysBack * dayMs), new Date(today + (daysAhead + 1) * dayMs)];
    const facts = secret && (await this.feeds.read(secret, since, until));
    if (!facts) throw new DomainError('resource.not_found');
    await this.noteRead(secret, facts, now);
    const text = agendaFeed(facts, now.getUTCFullYear());
    const hash = createHash('sha256').update(text).digest('base64url');
    return { fileName: 'agenda.ics', text, etag: `"${hash}"`, cacheControl: 'private, max-age=0, must-revalidate' };
  }

  /** In a transaction of its own, for a read writes nothing; at most once a minute, and never a reason to refuse. */
  private async noteRead(secret: FeedSecret, { lastReadAt }: ReadFeed, now: Date): Promise<void> {
    if (lastReadAt && now.getTime() - Date.parse(lastReadAt) < minuteMs) return;
    const nobody = { sessionHash: '', practiceId: '', readOnly: false };
    await this.unitOfWork.run(nobody, () => this.feeds.noteRead(secret, now)).catch(() => undefined);
  }
}
