import { createRequire } from 'node:module';
import { actCatalogue } from '@pupitre/shared/billing/act-catalogue';
import { fold } from '@pupitre/shared/patients/search-folding';
import type { EntityManager } from 'typeorm';

interface OfficialCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee';
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
}

/** Reference tables follow the data shipped with this version: present rows are brought up to date, none is removed. */
export async function loadReferenceData(manager: EntityManager): Promise<void> {
  await manager.transaction(async (transaction) => {
    await loadCommunes(transaction);
    await loadActs(transaction);
  });
}

/** Source: @etalab/decoupage-administratif (INSEE code officiel géographique, La Poste). */
async function loadCommunes(manager: EntityManager): Promise<void> {
  const [{ count }] = await manager.query('select count(*)::int as count from commune');
  const official = createRequire(import.meta.url)(
    '@etalab/decoupage-administratif/data/communes.json',
  ) as readonly OfficialCommune[];
  const rows = distinctCommunes(official);
  if (count === rows.length) return;
  await manager.query(
    `insert into commune (code, name, folded, postal_codes, former, population)
     select code, name, folded, postal_codes, former, population
       from jsonb_to_recordset($1::jsonb) as c(code text, name text, folded text, postal_codes text[], former boolean, population int)
     on conflict (code) do update set name = excluded.name, folded = excluded.folded,
       postal_codes = excluded.postal_codes, former = excluded.former, population = excluded.population`,
    [JSON.stringify(rows)],
  );
}

/** One row a code: a former commune sometimes keeps the code of the one that took it in. */
function distinctCommunes(official: readonly OfficialCommune[]) {
  const byCode = new Map<string, ReturnType<typeof communeRow>>();
  for (const commune of official) {
    const row = communeRow(commune);
    if (!byCode.has(row.code) || !row.former) byCode.set(row.code, row);
  }
  return [...byCode.values()];
}

function communeRow(commune: OfficialCommune) {
  return {
    code: commune.code,
    name: commune.nom,
    folded: fold(commune.nom),
    postal_codes: commune.codesPostaux ?? [],
    former: commune.type === 'commune-deleguee' || commune.type === 'commune-associee',
    population: commune.population ?? 0,
  };
}

async function loadActs(manager: EntityManager): Promise<void> {
  await manager.query(
    `insert into act (code, zone, valid_from, valid_to, nomenclature, label_fr, label_en, short, price_cents,
       counts_for_participation, rate_kind, source, mark)
     select code, zone, valid_from, valid_to, nomenclature, label_fr, label_en, short, price_cents,
       counts_for_participation, rate_kind, source, mark
       from jsonb_to_recordset($1::jsonb) as a(code text, zone text, valid_from date, valid_to date, nomenclature text,
         label_fr text, label_en text, short text, price_cents int, counts_for_participation boolean,
         rate_kind text, source text, mark text)
     on conflict (code, zone, valid_from) do update set valid_to = excluded.valid_to, label_fr = excluded.label_fr,
       label_en = excluded.label_en, short = excluded.short, price_cents = excluded.price_cents,
       counts_for_participation = excluded.counts_for_participation, rate_kind = excluded.rate_kind,
       source = excluded.source, mark = excluded.mark`,
    [
      JSON.stringify(
        actCatalogue.map((act) => ({
          code: act.code,
          zone: act.zone,
          valid_from: act.from,
          valid_to: act.to,
          nomenclature: act.nomenclature,
          label_fr: act.labelFr,
          label_en: act.labelEn,
          short: act.short,
          price_cents: act.priceCents,
          counts_for_participation: act.countsForParticipation,
          rate_kind: act.rateKind,
          source: act.source,
          mark: act.mark,
        })),
      ),
    ],
  );
}
