import { Injectable } from '@nestjs/common';
import type { CommuneView } from '@pupitre/shared/patients/patient.contract';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface CommuneQuery {
  /** Folded beginnings of the name, the plainest first. */
  readonly names: readonly string[];
  /** Communes that have one of these codes and one of these beginnings; null when no code was typed. */
  readonly atPostalCodes: { readonly codes: readonly string[]; readonly names: readonly string[] } | null;
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

  find({ names, atPostalCodes, former, limit }: CommuneQuery): Promise<CommuneView[]> {
    const parameters: unknown[] = [names[0], former, limit];
    const begins = (beginnings: readonly string[]) =>
      `(${beginnings.map((beginning) => `starts_with(folded, $${parameters.push(beginning)})`).join(' or ')})`;
    const conditions = [begins(names)];
    if (atPostalCodes) {
      const atCode = `postal_codes && $${parameters.push(atPostalCodes.codes)}::text[]`;
      conditions.push(atPostalCodes.names.length > 0 ? `(${atCode} and ${begins(atPostalCodes.names)})` : atCode);
    }
    return this.unitOfWork.manager.query(
      `select code, name, postal_codes as "postalCodes", former from commune
        where (${conditions.join(' or ')}) and ($2 or not former)
        order by folded = $1 desc, population desc, name, code limit $3`,
      parameters,
    );
  }
}
