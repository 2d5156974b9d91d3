import { todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { EmptyState } from '../../ui/empty-state';
import { PatientName } from '../../ui/patient-line';
import { useRecentFiles } from './recent-files';

/** Files opened since the page was; kept in memory only, gone when it closes. */
export function RecentList({ owner, onOpen }: { owner: string; onOpen: (patientId: string) => void }) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const { zone } = useMembership();
  const files = useRecentFiles(owner);
  const today = todayIn(zone, serverNow());
  if (files.length === 0) return <EmptyState>{t('list.start')}</EmptyState>;
  return (
    <section aria-labelledby="recent-files">
      <h2 className="h3" id="recent-files">
        {t('list.recent')}
      </h2>
      <ul className="card dl-rows">
        {files.map((file) => (
          <li key={file.id}>
            <button type="button" className="pl" onClick={() => onOpen(file.id)}>
              <span className="nm trunc">
                <PatientName patient={file} />
              </span>
              <span className="ds trunc">
                {formats.dateShort(file.birthDate)} · {formats.age(file.birthDate, today)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
