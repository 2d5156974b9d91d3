import type { PatientFile } from '@pupitre/shared/patients/patient.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { visitLooks } from '../../ui/visit-look';

const INVOICES_SHOWN = 3;

/** Right column: when she comes next, what she owes. */
export function FileSide({ file, setup }: { file: PatientFile; setup: PracticeSetup | undefined }) {
  const { t } = useTranslation('patients');
  return (
    <aside className="gl" aria-label={t('side.label')}>
      <NextVisits file={file} setup={setup} />
      {file.outstandingCents !== null && <Account file={file} dueCents={file.outstandingCents} />}
    </aside>
  );
}

function NextVisits({ file, setup }: { file: PatientFile; setup: PracticeSetup | undefined }) {
  const { t } = useTranslation(['patients', 'status']);
  const formats = useFormats();
  const coming = file.appointments.filter(({ upcoming }) => upcoming);
  const visits = t('side.visits', { count: file.visitCount });
  const absences = file.absenceCount > 0 ? `, ${t('side.absences', { count: file.absenceCount })}` : '';
  return (
    <section>
      <h2>{t('side.next')}</h2>
      {coming.length === 0 && <p className="hint">{t('side.noNext')}</p>}
      <ul className="nx">
        {coming.map(({ id, day, startMin, resourceId, motifId, status }) => {
          const column = setup?.resources.find((one) => one.id === resourceId)?.shortName;
          const motif = setup?.motifs.find((one) => one.id === motifId)?.name;
          return (
            <li key={id} className={`st-${visitLooks[status].tone}`}>
              <Icon of={visitLooks[status].icon} size={14} />
              <span>
                <b>{t('side.when', { day: formats.dateMedium(day), time: formats.timeOfMinutes(startMin) })}</b>
                <br />
                {[column, motif].filter(Boolean).join(' · ')}
                <span className="sr">, {t(`status:word.${status}`)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="hint">{visits + absences}</p>
    </section>
  );
}

function Account({ file, dueCents }: { file: PatientFile; dueCents: number }) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  return (
    <section>
      <h2>{t('side.account')}</h2>
      <p className="acc">
        <span>{t('side.due')}</span>
        <b className="tn">{formats.euros(dueCents)}</b>
      </p>
      <ul className="mini">
        {file.invoices.slice(0, INVOICES_SHOWN).map(({ id, number, issuedOn, outstandingCents }) => (
          <li key={id}>
            <span className="trunc">
              {number} · {formats.dateShort(issuedOn)}
            </span>
            <span>
              {outstandingCents > 0 ? t('side.owed', { amount: formats.euros(outstandingCents) }) : t('side.settled')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
