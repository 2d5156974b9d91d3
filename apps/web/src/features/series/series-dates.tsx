import type { SeriesPlace } from '@pupitre/shared/planning/series';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { IconArrowRight, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import './printed-series.css';

interface SeriesDatesProps {
  readonly setup: PracticeSetup;
  readonly patientName: string;
  readonly motifName: string;
  readonly bring: string;
  readonly places: readonly SeriesPlace[];
  readonly onOpenFirst: () => void;
  readonly onAnother: () => void;
}

/** What was booked, to be read to the patient and printed for her: the dates, nothing else. */
export function SeriesDates({
  setup,
  patientName,
  motifName,
  bring,
  places,
  onOpenFirst,
  onAnother,
}: SeriesDatesProps) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  const { name, street, postalCode, city, phone } = setup.practice;
  const where = [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ');
  return (
    <section className="sr-dates" aria-label={t('dates.title', { count: places.length })}>
      <header>
        <p className="sr-sheet">{name}</p>
        <p className="sr-sheet">
          {where}
          {phone && ` · ${formats.phone(phone)}`}
        </p>
        <h2>{t('dates.title', { count: places.length })}</h2>
        <p>
          <b>{patientName}</b> · {motifName}
        </p>
      </header>
      <ol>
        {places.map(({ resourceId, day, startMin }) => (
          <li key={`${day} ${startMin}`}>
            <b>{formats.dateLong(day)}</b>
            <span className="tn">{formats.timeOfMinutes(startMin)}</span>
            <span className="muted">{columnName(setup, resourceId)}</span>
          </li>
        ))}
      </ol>
      {bring && <p>{t('dates.bring', { bring })}</p>}
      <p className="sr-sheet">{t('dates.prevent')}</p>
      <div className="row sr-dates-acts">
        <Button ref={print} look="primary" icon={IconPrinter} keys="Ctrl+P" onClick={() => window.print()}>
          {t('dates.print')}
        </Button>
        <Button icon={IconArrowRight} onClick={onOpenFirst}>
          {t('dates.open')}
        </Button>
        <Button icon={IconPlus} onClick={onAnother}>
          {t('dates.another')}
        </Button>
      </div>
    </section>
  );
}
