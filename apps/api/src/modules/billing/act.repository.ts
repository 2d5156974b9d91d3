import { Injectable } from '@nestjs/common';
import type { ActView } from '@pupitre/shared/billing/billing.contract';
import type { RateKind } from '@pupitre/shared/billing/split';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

/** An act with the days its price is in force. */
export interface DatedAct extends ActView {
  readonly validTo: LocalDay | null;
  readonly rateKind: RateKind;
  readonly countsForParticipation: boolean;
}

const columns = `act.code, nomenclature, label_fr as "labelFr", label_en as "labelEn", short, price_cents as "priceCents",
  source, mark, valid_from::text as "validFrom", valid_to::text as "validTo", rate_kind as "rateKind",
  counts_for_participation as "countsForParticipation"`;

/** The dated catalogue, in the tariff zone of the practice in hand. */
@Injectable()
export class ActRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Prices in force on some day from `from` to `to`, both included; the letters of NGAP before the codes of CCAM. */
  findBetween(from: LocalDay, to: LocalDay): Promise<DatedAct[]> {
    const { manager, practiceId } = this.unitOfWork;
    return manager.query<DatedAct[]>(
      `select ${columns} from act join practice on practice.practice_id = $1 and practice.tariff_zone = act.zone
        where valid_from <= $3 and (valid_to is null or valid_to > $2)
        order by nomenclature desc, act.code, valid_from`,
      [practiceId, from, to],
    );
  }
}
