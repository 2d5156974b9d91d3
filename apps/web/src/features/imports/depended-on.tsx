import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useFormats } from '../../lib/formats';
import { ErrorState } from '../../ui/error-state';

/** What may stand on something imported; the server counts each. */
const kinds = ['appointments', 'invoices', 'edited', 'invoiced', 'statusChanged', 'moved'] as const;

/** Why an import can no longer be taken back, with how many. */
export function DependedOn({ error }: { error: unknown }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const details = error instanceof ApiProblem && error.code === 'import.depended_on' ? error.details : {};
  const counts = kinds.flatMap((kind) => {
    const count = details[kind];
    return typeof count === 'number' && count > 0 ? [{ kind, count }] : [];
  });
  return (
    <>
      <ErrorState error={error} />
      {counts.length > 0 && (
        <ul className="imp-told">
          {counts.map(({ kind, count }) => (
            <li key={kind}>
              <b>{formats.integer(count)}</b> {t(`undo.because.${kind}`, { count })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
