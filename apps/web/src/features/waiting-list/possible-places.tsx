import type { FirstPlace, WaitingHole } from '@pupitre/shared/planning/waiting-list.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { useWaitingWords } from './use-waiting-words';
import type { WaitingPatient, WaitingPlace } from './waiting-store';

/** What was found free, and whom it suits; undefined until it is read. */
export type Found = { readonly holes: readonly WaitingHole[]; readonly firstPlaces: readonly FirstPlace[] } | undefined;

/** The places that suit one person, in order of time. A hole that suits many names a few: her first place is told apart. */
export function placesFor(found: Found, entryId: string): WaitingPlace[] {
  const named = placesIn(found?.holes ?? [], entryId);
  if (named.length > 0) return named;
  return (found?.firstPlaces ?? []).filter((place) => place.entryId === entryId);
}

function placesIn(holes: readonly WaitingHole[], entryId: string): WaitingPlace[] {
  return holes
    .flatMap(({ resourceId, day, startMin, endMin, fits }) =>
      fits
        .filter((fit) => fit.entryId === entryId)
        .map((fit) => ({ resourceId, day, startMin: fit.startMin, endMin: fit.endMin, hole: { startMin, endMin } })),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.startMin - b.startMin);
}

interface PossiblePlacesProps {
  setup: PracticeSetup;
  patient: WaitingPatient;
  places: readonly WaitingPlace[];
  /** The column is told where several are looked at. */
  showColumn: boolean;
  /** Absent: one may only look. */
  onCall: ((place: WaitingPlace) => void) | undefined;
}

/** Free places as the grid draws them, dashed: one click calls her for that one. */
export function PossiblePlaces({ setup, patient, places, showColumn, onCall }: PossiblePlacesProps) {
  const { t } = useTranslation('waiting-list');
  const formats = useFormats();
  const words = useWaitingWords(setup);
  return (
    <span className="wl-places">
      {places.map((place) => {
        const said = words.place(place);
        const column = columnName(setup, place.resourceId);
        const text = showColumn ? `${said} · ${column}` : said;
        const key = `${place.resourceId} ${place.day} ${place.startMin}`;
        if (!onCall) {
          return (
            <span key={key} className="wl-place">
              {text}
            </span>
          );
        }
        return (
          <button
            key={key}
            type="button"
            className="wl-place"
            aria-label={t('callFor', { name: formats.nameFull(patient), place: `${said}, ${column}` })}
            onClick={() => onCall(place)}
          >
            {text}
          </button>
        );
      })}
    </span>
  );
}
