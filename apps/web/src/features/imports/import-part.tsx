import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { setupQuery } from '../../lib/practice-setup';
import { useMembership } from '../../lib/session';
import type { RenderPatientPicker } from './agenda-preview';
import './imports.css';
import { NewImport } from './new-import';
import { OneImport } from './one-import';

const route = getRouteApi('/p/$practiceId/reglages');

/** « Données »: a file of another software becomes patients or visits. The import stands in the URL. */
export function ImportPart({ renderPatientPicker }: { renderPatientPicker: RenderPatientPicker }) {
  const { practiceId } = useMembership();
  const { data: setup } = useSuspenseQuery(setupQuery(practiceId));
  const { import: importId } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (id: string | undefined) => void navigate({ search: { volet: 'donnees', import: id } });
  return importId ? (
    <OneImport
      key={importId}
      setup={setup}
      importId={importId}
      renderPatientPicker={renderPatientPicker}
      onLeave={() => open(undefined)}
    />
  ) : (
    <NewImport practiceId={practiceId} onOpen={open} />
  );
}
