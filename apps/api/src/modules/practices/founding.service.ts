import { Injectable } from '@nestjs/common';
import type { Role } from '@pupitre/shared/access/roles';
import type { FoundingForm } from '@pupitre/shared/practices/founding.contract';
import { v7 as uuid } from 'uuid';
import { DomainError } from '../../platform/domain-error.js';
import { MemberDesk } from '../members/members.public.js';
import { type FoundedColumn, FoundingRepository } from './founding.repository.js';
import { MotifRepository } from './motif.repository.js';

/** A whole practice in the transaction of one request: all of it, or nothing. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly founding: FoundingRepository,
    private readonly motifs: MotifRepository,
    private readonly people: MemberDesk,
  ) {}

  async found(form: FoundingForm) {
    const practiceId = uuid();
    const answer = await this.founding.found(practiceId, form);
    if (answer === 'done') throw new DomainError('setup.already_done');
    if (answer !== 'founded') throw new DomainError('permission.denied');
    const columns = await this.addColumns(form);
    await this.addMotifs(form, columns);
    await this.seatFounder(form, columns);
    return { practiceId, links: await this.invite(form, columns) };
  }

  private async addColumns(form: FoundingForm): Promise<FoundedColumn[]> {
    const siteId = uuid();
    await this.founding.insertSite(siteId, form.practice);
    const columns = form.practitioners.map((practitioner, position) => ({
      resourceId: uuid(),
      practitionerId: uuid(),
      position,
      ...namesOf(practitioner),
    }));
    for (const [seat, practitioner] of form.practitioners.entries()) {
      const column = at(columns, seat);
      await this.founding.insertColumn(siteId, column, practitioner);
      await this.founding.insertHours(column.resourceId, practitioner.hours);
    }
    return columns;
  }

  /** A usual act that has no tariff where the practice stands is left out: a starter list is no promise. */
  private async addMotifs(form: FoundingForm, columns: readonly FoundedColumn[]): Promise<void> {
    const codes = [...new Set(form.motifs.flatMap(({ usualActs }) => usualActs))];
    const unknown = await this.motifs.findUnknownActs(codes);
    for (const { seats, usualActs, ...motif } of form.motifs) {
      const resourceIds = [...new Set(seats)].map((seat) => at(columns, seat).resourceId);
      const motifId = uuid();
      const known = usualActs.filter((code) => !unknown.includes(code));
      const whole = { ...motif, resourceIds, usualActs: known, active: true };
      await this.motifs.insert(motifId, whole);
      await this.motifs.replaceResources(motifId, whole);
    }
  }

  private async seatFounder({ founder }: FoundingForm, columns: readonly FoundedColumn[]): Promise<void> {
    const roles: Role[] = ['admin'];
    if (founder.atTheDesk) roles.push('secretary', 'coordinator');
    if (founder.seat !== null) roles.push('practitioner');
    const practitionerId = founder.seat === null ? null : at(columns, founder.seat).practitionerId;
    if (!(await this.founding.seatFounder(roles, practitionerId))) throw new DomainError('permission.denied');
  }

  private async invite({ members }: FoundingForm, columns: readonly FoundedColumn[]) {
    const links = [];
    for (const { displayName, email, roles, seat } of members) {
      const practitionerId = seat === null ? null : at(columns, seat).practitionerId;
      const access = { roles, practitionerId, lentResourceIds: null, endsOn: null };
      const link = await this.people.invite({ displayName, email, ...access });
      if (link) links.push({ displayName, email, ...link });
    }
    return links;
  }
}

/** The contract has checked that every seat is in the list. */
function at(columns: readonly FoundedColumn[], seat: number): FoundedColumn {
  const column = columns[seat];
  if (!column) throw new DomainError('request.invalid');
  return column;
}

/** A doctor's column goes by her title and family name, anybody else's by her whole name. */
function namesOf({ title, firstName, lastName }: FoundingForm['practitioners'][number]) {
  const family = lastName.toLocaleUpperCase('fr');
  const whole = `${firstName} ${family}`;
  return title === 'dr' ? { name: `Dr ${whole}`, shortName: `Dr ${family}` } : { name: whole, shortName: whole };
}
