import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import { thirdParties } from '@pupitre/shared/patients/patient.contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Amount } from '../../ui/amount';
import { Segmented } from '../../ui/segmented';

type ThirdParty = ChargeView['thirdParty'];
type Payer = 'amo' | 'patient' | 'amc';

interface ThirdPartyCardProps {
  charge: ChargeView;
  /** Absent once the invoice is issued. */
  onPick: ((thirdParty: ThirdParty) => void) | undefined;
}

/** Who owes the practice what, by the third-party payment chosen. The three amounts add up to the total. */
export function ThirdPartyCard({ charge, onPick }: ThirdPartyCardProps) {
  const { t } = useTranslation('billing');
  const titleId = useId();
  const hints = usePayerHints(charge);
  const { split, thirdParty } = charge;
  const amounts: readonly [Payer, number][] = [
    ['amo', split.amoCents],
    ['patient', split.patientCents],
    ['amc', split.amcCents],
  ];
  return (
    <section className="split" aria-labelledby={titleId}>
      <div className="row">
        <h3 className="muted" id={titleId}>
          {t('split.title')}
        </h3>
        <span className="sp" />
        {onPick ? (
          <Segmented
            label={t('split.choice')}
            value={thirdParty}
            onPick={onPick}
            segments={thirdParties.map((value) => ({ value, label: t(`split.${value}`) }))}
          />
        ) : (
          <b>{t(`split.${thirdParty}`)}</b>
        )}
      </div>
      <SplitBar amounts={amounts} totalCents={split.totalCents} />
      <div className="sg">
        {amounts.map(([payer, cents]) => (
          <div key={payer}>
            <span className="k">
              <i className={payer} /> {t(`split.payer.${payer}`)}
            </span>
            <b>
              <Amount cents={cents} />
            </b>
            <span className="hint">{hints[payer]}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Under this share the words do not fit in the bar; they stand below it in any case. */
const WORDS_FROM = 15;

function SplitBar({ amounts, totalCents }: { amounts: readonly [Payer, number][]; totalCents: number }) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  if (totalCents === 0) return <div className="sb" aria-hidden="true" />;
  return (
    <div className="sb" aria-hidden="true">
      {amounts
        .filter(([, cents]) => cents > 0)
        .map(([payer, cents]) => {
          const percent = Math.round((100 * cents) / totalCents);
          return (
            <span key={payer} className={payer} style={{ flexGrow: cents }}>
              {percent >= WORDS_FROM && t(`split.bar.${payer}`, { percent: formats.percent(percent) })}
            </span>
          );
        })}
    </div>
  );
}

/** What happens next with each part: to be received, paid back later, or nothing. */
function usePayerHints(charge: ChargeView): Record<Payer, string> {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const { split, complementaryName, lines } = charge;
  const byComplementary = lines.reduce((total, line) => total + line.amcCents, 0);
  const backCents = split.paidBackCents + (split.amcCents > 0 ? 0 : byComplementary);
  const back = Math.min(backCents, split.patientCents);
  const noDirect = complementaryName ? t('split.noAmc') : t('split.noComplementary');
  return {
    amo: split.amoCents > 0 ? t('split.toReceive') : t('split.noAmo'),
    patient: back > 0 ? t('split.paidBack', { amount: formats.euros(back) }) : '',
    amc: split.amcCents > 0 ? t('split.toReceiveFrom', { name: complementaryName }) : noDirect,
  };
}
