import type { PatientHit } from '@pupitre/shared/patients/patient.contract';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import type { LocalDay } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { columnName } from '../lib/column-name';
import { useFormats } from '../lib/formats';
import { type Marks, marksOf } from '../lib/patient-match';
import { MarkedText } from './marked-text';
import './patient-line.css';

type Named = Pick<PatientHit, 'usedName' | 'birthName' | 'firstName'>;

/** NOM Prénom, the name in bold; the birth name when no other is used. */
export function PatientName({ patient, marks = {} }: { patient: Named; marks?: Marks }) {
  const own = patient.usedName || patient.birthName;
  const nameMarks = patient.usedName && patient.usedName !== patient.birthName ? marks.usedName : undefined;
  return (
    <>
      <b className="nom">
        <MarkedText text={own} marks={nameMarks ?? marks.usedName ?? marks.birthName} />
      </b>{' '}
      <MarkedText text={patient.firstName} marks={marks.firstName} />
    </>
  );
}

export interface PatientLineProps {
  hit: PatientHit;
  /** What was typed, to underline why she is here. */
  text?: string;
  today: LocalDay;
  setup: PracticeSetup | undefined;
}

/** The three parts of a row of results: who, what tells her from another, when she comes or came. */
export function PatientLine({ hit, text = '', today, setup }: PatientLineProps) {
  const marks = text ? marksOf(text, hit) : {};
  return (
    <>
      <span className="nm trunc">
        <PatientName patient={hit} marks={marks} />
      </span>
      <span className="ds trunc">
        <PatientTraits hit={hit} marks={marks} today={today} />
      </span>
      <span className="rt">
        <PatientLast hit={hit} today={today} setup={setup} />
      </span>
    </>
  );
}

interface PatientTraitsProps {
  hit: PatientHit;
  marks?: Marks;
  today: LocalDay;
}

/** Birth name, birth date, age, town, end of the phone: what tells two people apart. */
export function PatientTraits({ hit, marks = {}, today }: PatientTraitsProps) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  const isBornElse = hit.usedName !== '' && hit.usedName !== hit.birthName;
  const age = formats.age(hit.birthDate, today);
  return (
    <>
      {isBornElse && (
        <>
          {t('line.born', { context: hit.sex })} <MarkedText text={hit.birthName} marks={marks.birthName} />
          {' · '}
        </>
      )}
      <MarkedText text={formats.dateShort(hit.birthDate)} marks={marks.birthDate} />
      {age && ` · ${age}`}
      {hit.city && ` · ${hit.city}`}
      {hit.phoneEnd && (
        <>
          {' · '}
          <span className="nowrap">
            …<MarkedText text={hit.phoneEnd} marks={marks.phone} />
          </span>
        </>
      )}
    </>
  );
}

/** Next visit, else last seen, else whose patient she is. */
export function PatientLast({ hit, today, setup }: Omit<PatientLineProps, 'text'>) {
  const { t } = useTranslation('patients');
  const formats = useFormats();
  if (hit.next) {
    const { day, startMin } = hit.next;
    return t('line.next', { day: formats.dateGrid(day), time: formats.timeOfMinutes(startMin) });
  }
  if (hit.lastSeenDay) {
    const isThisYear = hit.lastSeenDay.slice(0, 4) === today.slice(0, 4);
    const day = isThisYear ? formats.dateOfMonth(hit.lastSeenDay) : formats.dateShort(hit.lastSeenDay);
    return t('line.seen', { context: hit.sex, day });
  }
  const usual = setup?.practitioners.find(({ id }) => id === hit.usualPractitionerId);
  if (!setup || !usual) return null;
  const name = columnName(setup, usual.resourceId);
  return t(usual.title === 'dr' ? 'line.patientOfDoctor' : 'line.patientOf', { context: hit.sex, name });
}
