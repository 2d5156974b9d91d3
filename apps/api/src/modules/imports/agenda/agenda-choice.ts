import { choiceKey, proposeColumn } from '@pupitre/shared/import/agenda/agenda-columns';
import type { AgendaSource } from '@pupitre/shared/import/agenda/agenda-import.contract';
import { fold } from '@pupitre/shared/patients/search-folding';
import type { AgendaChoice, PracticeSetup } from './agenda-setup.repository.js';

/**
 * Which column each value of the file goes to: as was said for this file or an earlier one, else the column that is
 * called so. The default column is never guessed where the practice has several; the default motif is shown on each
 * line it is used for.
 */
export function settle(
  found: readonly Pick<AgendaSource, 'by' | 'value' | 'events'>[],
  known: AgendaChoice | null,
  { columns, motifs }: PracticeSetup,
): AgendaChoice {
  const said = new Map((known?.sources ?? []).map((source) => [choiceKey(source), source]));
  const isColumn = (id: string | null | undefined) => columns.some((column) => column.id === id);
  const sources = [...found]
    .sort((a, b) => b.events - a.events)
    .map(({ by, value, events }): AgendaSource => {
      const earlier = said.get(choiceKey({ by, value }));
      if (earlier) {
        const resourceId = isColumn(earlier.resourceId) ? earlier.resourceId : null;
        return { by, value, events, resourceId, leftOut: earlier.leftOut };
      }
      return { by, value, events, resourceId: proposeColumn(value, columns), leftOut: false };
    });
  const only = columns.length === 1 ? columns[0]?.id : undefined;
  const usual = motifs.find(({ name }) => fold(name) === 'consultation') ?? motifs[0];
  return {
    sources,
    defaultResourceId: (isColumn(known?.defaultResourceId) ? known?.defaultResourceId : only) ?? null,
    defaultMotifId: motifs.find(({ id }) => id === known?.defaultMotifId)?.id ?? usual?.id ?? null,
  };
}
