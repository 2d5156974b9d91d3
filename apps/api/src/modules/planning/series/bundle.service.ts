import { Injectable } from '@nestjs/common';
import type { InputOf } from '@pupitre/shared/contract/endpoint';
import type { bookBundle, cancelBundle } from '@pupitre/shared/planning/bundle.contract';
import { DomainError } from '../../../platform/domain-error.js';
import { AgendaScope } from '../agenda-scope.js';
import { BookingDesk } from '../booking-desk.js';
import { ClaimRepository } from '../claim.repository.js';
import { NewVisits } from '../new-visits.js';
import { type VisitChange, VisitChanges } from '../visit-changes.js';
import { BundleRepository } from './bundle.repository.js';
import { VisitGroupCancellation } from './visit-group-cancellation.js';

type Booking = InputOf<typeof bookBundle>['body'];
type Cancel = InputOf<typeof cancelBundle>['body'];

/** Visits that belong together: booked by one act, each knowing the others. */
@Injectable()
export class BundleService {
  constructor(
    private readonly repository: BundleRepository,
    private readonly claims: ClaimRepository,
    private readonly desk: BookingDesk,
    private readonly visits: NewVisits,
    private readonly changes: VisitChanges,
    private readonly cancellation: VisitGroupCancellation,
    private readonly scope: AgendaScope,
  ) {}

  async book({ kind, visits, note, source }: Booking) {
    await this.claims.lockColumns(await this.desk.resourcesOf(visits));
    const bundleId = await this.repository.insert(kind);
    const written: VisitChange[] = [];
    for (const [at, asked] of visits.entries()) {
      const request = { ...asked, note, source, urgent: false, walkIn: false };
      const { refusals, place } = await this.desk.judge(request, { patientId: asked.patientId, channel: source });
      // All or nothing: the transaction takes back those already written.
      if (refusals[0] || !place) {
        throw new DomainError('bundle.place_refused', { at, codes: refusals.map(({ code }) => code) });
      }
      const after = await this.visits.write(request, place, null, { bundleId });
      const { resourceId, day, startMin } = asked;
      const details = { day, startMin: String(startMin), resourceId, bundle: kind };
      written.push({ kind: 'booked', before: null, after, details });
    }
    const [first, ...others] = written;
    if (!first) throw new DomainError('resource.not_found');
    const { act } = await this.changes.recordAll([first, ...others]);
    const params = { ...act.params, count: String(visits.length) };
    const bundle = await this.read(bundleId);
    return { bundleId, visits: bundle.visits, act: { ...act, kind: `${kind}_booked`, params } };
  }

  async read(bundleId: string) {
    const bundle = await this.repository.find(bundleId, this.scope.resourceIds);
    if (!bundle) throw new DomainError('resource.not_found');
    return bundle;
  }

  async cancel(bundleId: string, { visits, by, reason }: Cancel) {
    const { kind, visits: known } = await this.read(bundleId);
    if (visits.some(({ id }) => !known.some((visit) => visit.id === id))) throw new DomainError('resource.not_found');
    const cancelled = { kind: `${kind}_cancelled`, details: { bundle: kind } };
    const { act } = await this.cancellation.cancel(visits, { by, reason }, cancelled);
    const left = await this.read(bundleId);
    return { visits: left.visits, act };
  }
}
