import { Injectable } from '@nestjs/common';
import type { CommuneView } from '@pupitre/shared/patients/patient.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface CommuneQuery {
  /** Folded beginnings of the name, the plainest first. */
  readonly names: readonly string[];
  /** The same without the postal code typed beside the name. */
  readonly namesAtPostalCode: readonly string[];
  /** Two to five digits, or empty. */
  readonly postalCode: string;
  /** Communes that no longer exist, too. */
  readonly former: boolean;
  readonly limit: number;
}

/**
 * The official list: the same for every practice, so it is under no row-level security. Each beginning is a condition
 * of its own, for the index to serve it.
 */
@Injectable()
export class CommuneRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find({ names, namesAtPostalCode, postalCode, former, limit }: CommuneQuery): Promise<CommuneView[]> {
    const parameters: unknown[] = [names[0], postalCode, former, limit];
    const begins = (beginnings: readonly string[]) =>
      beginnings.map((beginning) => `starts_with(folded, $${parameters.push(beginning)})`).join(' or ');
    const atPostalCode = `exists (select from unnest(postal_codes) postal_code where starts_with(postal_code, $2))`;
    return this.unitOfWork.manager.query(
      `select code, name, postal_codes as "postalCodes", former from commune
        where (${begins(names)} ${postalCode ? `or (${begins(namesAtPostalCode)}) and ${atPostalCode}` : ''})
          and ($3 or not former)
        order by folded = $1 desc, $2 = any(postal_codes) desc, population desc, name, code limit $4`,
      parameters,
    );
  }
}
