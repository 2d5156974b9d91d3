import type { ChargeView } from '@pupitre/shared/billing/billing.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useMembership } from '../../lib/session';
import { Fill } from '../../ui/slot';
import { StatusTag } from '../../ui/status-tag';
import { ActAdder } from './act-adder';
import { actsQuery } from './billing.queries';
import { addAct, setQuantity, setThirdParty } from './charge-edit';
import { ChargeLines } from './charge-lines';
import { ChargeNotes } from './charge-notes';
import { EditFault } from './edit-fault';
import { PatientAccount } from './patient-account';
import { practitionerName } from './practitioner-name';
import { TariffSources } from './tariff-sources';
import { ThirdPartyCard } from './third-party-card';
import type { EditCharge } from './use-edit-charge';

interface ChargeSheetProps {
  charge: ChargeView;
  edit: EditCharge;
  setup: PracticeSetup | undefined;
  /** Of the invoice issued from this note: nothing changes any more. */
  number: string | undefined;
}

/** The note of a visit: what was done, who pays it, and what the patient's account says. */
export function ChargeSheet({ charge, edit, setup, number }: ChargeSheetProps) {
  const { t } = useTranslation('billing');
  const formats = useFormats();
  const titleId = useId();
  const { practiceId } = useMembership();
  const acts = useQuery(actsQuery(practiceId, charge.day)).data?.acts ?? [];
  const { patient } = charge;
  const isIssued = number !== undefined;
  const subtitle = [
    formats.age(patient.birthDate, charge.day),
    practitionerName(setup, charge.practitionerId, 'full'),
    formats.dateLong(charge.day),
    isIssued ? t('sheet.issued', { number }) : t('sheet.draft'),
  ];

  return (
    <section className="iv" aria-labelledby={titleId} aria-busy={edit.isPending}>
      <header className="row">
        <div className="who">
          <h2 id={titleId}>
            <span className="nom">{patient.usedName}</span> {patient.firstName}
          </h2>
          <p className="muted">{subtitle.filter(Boolean).join(' · ')}</p>
        </div>
        <span className="sp" />
        <StatusTag status={isIssued ? 'done' : 'to_collect'} />
      </header>
      {!isIssued && <EditFault edit={edit} charge={charge} />}
      <ChargeLines
        charge={charge}
        acts={acts}
        onQuantity={isIssued ? undefined : (code, quantity) => edit.mutate(setQuantity(code, quantity))}
      />
      {!isIssued && <ActAdder acts={acts} favourites={charge.favourites} onAdd={(code) => edit.mutate(addAct(code))} />}
      <ThirdPartyCard
        charge={charge}
        onPick={isIssued ? undefined : (thirdParty) => edit.mutate(setThirdParty(thirdParty))}
      />
      <ChargeNotes charge={charge} />
      <TariffSources lines={charge.lines} acts={acts} />
      <PatientAccount charge={charge} setup={setup} />
      <Fill slot="footEnd">{t('tariffs.foot', { day: formats.dateShort(charge.day) })}</Fill>
    </section>
  );
}
