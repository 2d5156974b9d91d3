import type { BookingToken } from '@pupitre/shared/planning/booking-words';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { saysMore } from './booking-criteria';
import type { PaletteState } from './use-palette';
import { useWhenWords } from './use-when-words';

/** How the sentence was understood, spelled out: patient, motif, with whom, when, and what was not understood. */
export function ReadingRow({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const whenWords = useWhenWords();
  const { reading, slots, rows, patientRowId } = state;
  const { words, setup } = reading;
  if (!saysMore(words)) return <div id="pal-reading" hidden />;
  const patient = rows.find(({ id }) => id === patientRowId);
  const hit = patient?.kind === 'patient' ? patient.hit : undefined;
  const motif = slots.criteria?.motif ?? setup?.motifs.find(({ id }) => id === words.motifId);
  const columnIds = slots.criteria ? slots.criteria.columns.map(({ id }) => id) : words.resourceIds;
  const minutes = slots.criteria ? slots.criteria.durationMin : words.durationMin;
  return (
    <div className="un" id="pal-reading">
      <span className="sr">{t('reading.title')}</span>
      {hit && <Token label={t('reading.patient', { context: hit.sex })}>{formats.nameFull(hit)}</Token>}
      {(motif || minutes != null) && (
        <Token label={t('reading.motif')}>
          {[motif?.name, minutes == null ? undefined : formats.minutesSpan(minutes)].filter(Boolean).join(', ')}
        </Token>
      )}
      {setup && columnIds.length > 0 && (
        <Token label={t('reading.with')}>
          {columnIds.map((id) => columnName(setup, id)).reduce((first, second) => t('or', { first, second }))}
        </Token>
      )}
      {words.when && <Token label={t('reading.when')}>{whenWords(words.when)}</Token>}
      {words.urgent && <Token label={t('reading.flag')}>{t('reading.urgent')}</Token>}
      {words.tokens
        .filter(({ kind }) => kind === 'unknown')
        .map((token) => (
          <Unknown key={token.start} token={token} />
        ))}
    </div>
  );
}

function Token({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="tok">
      <small>{label}</small> {children}
    </span>
  );
}

function Unknown({ token }: { token: BookingToken }) {
  const { t } = useTranslation('palette');
  return (
    <span className="tok-no">
      {t('quoted', { text: token.text })} <small>{t(`unknown.${token.reason ?? 'not_understood'}`)}</small>
    </span>
  );
}
