import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useSession } from '../../lib/session';
import { readDay } from './hours-text';
import { useSetup } from './setup-context';
import { shownName } from './setup-draft';
import { readSetup } from './setup-reading';

const minutesOf = (week: readonly string[]): number =>
  week.flatMap((day) => readDay(day) ?? []).reduce((sum, { startMin, endMin }) => sum + endMin - startMin, 0);

/** What will be written, in the words she typed. */
export function SummaryStep() {
  const { t } = useTranslation('setup');
  const formats = useFormats();
  const { account } = useSession();
  const { typed } = useSetup();
  const { form } = readSetup(typed);
  const { practice, practitioners } = typed;
  const kept = typed.motifs.filter((motif) => motif.kept);
  const own = [
    t('seat.admin'),
    ...(typed.atTheDesk ? [t('seat.lead_secretary')] : []),
    ...practitioners.filter(({ key }) => key === typed.ownSeat).map(shownName),
  ];
  return (
    <dl className="su-summary">
      <dt>{t('step.cabinet')}</dt>
      <dd>
        <b>{practice.name}</b>
        <span>
          {practice.street}, {practice.postalCode} {practice.city}
        </span>
      </dd>
      <dt>{t('step.praticiens')}</dt>
      <dd>
        {practitioners.map((each) => (
          <span key={each.key}>
            <b>{shownName(each)}</b>, {t(`profession.${each.profession}`)},{' '}
            {t('summary.weekly', { hours: formats.minutesSpan(minutesOf(each.week ?? typed.week)) })}
          </span>
        ))}
      </dd>
      <dt>{t('step.motifs')}</dt>
      <dd>
        <span>{kept.map(({ name, minutes }) => `${name} ${formats.minutesSpan(Number(minutes))}`).join(', ')}</span>
      </dd>
      <dt>{t('step.acces')}</dt>
      <dd>
        <span>
          <b>{account.displayName}</b>, {own.join(', ')}
        </span>
        {form?.members.map((member) => (
          <span key={member.email}>
            <b>{member.displayName}</b>, {member.email}
          </span>
        ))}
        <span className="muted">{t('summary.links', { count: form?.members.length ?? 0 })}</span>
      </dd>
    </dl>
  );
}
