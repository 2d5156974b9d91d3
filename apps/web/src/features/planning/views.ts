import type { PracticeSetup, ResourceView } from '@pupitre/shared/practices/practice.contract';
import type { SavedView } from '@pupitre/shared/session/session.contract';

export interface View {
  /** Value in the address; undefined is everybody. */
  readonly value: string | undefined;
  /** A column's own name, the name she gave it, or which words name the view. */
  readonly name:
    | { readonly word: 'all' | 'doctors' }
    | { readonly resource: ResourceView }
    | { readonly own: SavedView };
  readonly resourceIds: readonly string[];
}

/** Alt+1…9: there are no more digits. */
export const MOST_KEYS = 9;

/**
 * The views of a practice in the order of their keys: hers first, in her order, then everybody, the doctors when that
 * says less, and each column. One of hers whose columns are all closed is left out: it would show nothing.
 */
export function viewsOf(setup: PracticeSetup, saved: readonly SavedView[] = []): View[] {
  const columns = setup.resources.filter(({ active }) => active).sort((a, b) => a.position - b.position);
  const doctors = new Set(setup.practitioners.filter(({ title }) => title === 'dr').map(({ id }) => id));
  const seen = columns.filter(({ kind, practitionerId }) => kind === 'practitioner' && doctors.has(practitionerId));
  const views: View[] = [
    ...saved
      .map((own) => ({ own, resourceIds: own.resourceIds.filter((one) => columns.some(({ id }) => id === one)) }))
      .filter(({ resourceIds }) => resourceIds.length > 0)
      .map(({ own, resourceIds }) => ({ value: own.id, name: { own }, resourceIds })),
    { value: undefined, name: { word: 'all' }, resourceIds: columns.map(({ id }) => id) },
  ];
  if (seen.length > 1 && seen.length < columns.length) {
    views.push({ value: 'medecins', name: { word: 'doctors' }, resourceIds: seen.map(({ id }) => id) });
  }
  if (columns.length > 1) {
    for (const resource of columns) views.push({ value: resource.id, name: { resource }, resourceIds: [resource.id] });
  }
  return views;
}

/** Columns of the view asked for; an unknown one shows everybody. Closed agendas that still hold a visit are shown too. */
export function columnsOf(
  setup: PracticeSetup,
  vue: string | undefined,
  busyIds: ReadonlySet<string>,
  saved: readonly SavedView[] = [],
): readonly ResourceView[] {
  const view = viewsOf(setup, saved).find(({ value }) => value === vue);
  const wanted = view && vue !== undefined ? new Set(view.resourceIds) : null;
  return setup.resources
    .filter(({ id, active }) => (wanted ? wanted.has(id) : active || busyIds.has(id)))
    .sort((a, b) => a.position - b.position);
}
