import type { BookingWhen } from '@pupitre/shared/planning/booking-when';
import type { BookingToken } from '@pupitre/shared/planning/booking-words';
import { useTranslation } from 'react-i18next';
import { columnName } from '../../lib/column-name';
import { useFormats } from '../../lib/formats';
import { saysMore } from './booking-criteria';
import type { PaletteState } from './use-palette';

/** How the sentence was understood, spelled out: patient, motif, with whom, when, and what was not understood. */
export function ReadingRow({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const { reading, slots, rows, patientRowId } = state;
  const { words, setup } = reading;
  if (!saysMore(words)) return <div id="pal-reading" hidden />;
  const patient = rows.find(({ id }) => id === patientRowId);
  const hit = patient?.kind === 'patient' ? patient.hit : undefined;
  const motif = slots.criteria?.motif ?? setup?.motifs.find(({ id }) => id === words.motifId);
  const column = slots.criteria ? slots.criteria.resource : setup?.resources.find(({ id }) => id === words.resourceId);
  const minutes = slots.criteria?.durationMin ?? words.durationMin;
  return (
    <div className="un" id="pal-reading">
      <span className="sr">{t('reading.title')}</span>
      {hit && <Token label={t('reading.patient', { context: hit.sex })}>{formats.nameFull(hit)}</Token>}
      {(motif || minutes !== undefined) && (
        <Token label={t('reading.motif')}>
          {[motif?.name, minutes === undefined ? undefined : formats.minutesSpan(minutes)].filter(Boolean).join(', ')}
        </Token>
      )}
      {setup && column && <Token label={t('reading.with')}>{columnName(setup, column.id)}</Token>}
      {words.when && (
        <Token label={t('reading.when')}>
          <When when={words.when} />
        </Token>
      )}
      {words.tokens
        .filter(({ kind }) => kind === 'unknown')
        .map((token) => (
          <Unknown key={token.start} token={token} state={state} />
        ))}
    </div>
  );
}

function Token({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="tok">
      <small>{label}</small>
      {children}
    </span>
  );
}

export function When({ when }: { when: BookingWhen }) {
  const { t } = useTranslation('palette');
  const formats = useFormats();
  const { fromDay, toDay, partOfDay, atMin } = when;
  const days =
    toDay === null
      ? t('when.from', { day: formats.dateGrid(fromDay) })
      : toDay === fromDay
        ? formats.dateGrid(fromDay)
        : t('when.between', { from: formats.dateGrid(fromDay), to: formats.dateGrid(toDay) });
  const hours =
    atMin === undefined ? partOfDay && t(`when.${partOfDay}`) : t('when.at', { time: formats.timeOfMinutes(atMin) });
  return [days, hours].filter(Boolean).join(', ');
}

function Unknown({ token, state }: { token: BookingToken; state: PaletteState }) {
  const { t } = useTranslation('palette');
  const { setup } = state.reading;
  const named = [...(setup?.motifs ?? []), ...(setup?.resources ?? [])];
  const candidates = token.candidates?.map((id) => named.find((one) => one.id === id)?.name).filter(Boolean) ?? [];
  const reason = t(`unknown.${token.reason ?? 'not_understood'}`, { candidates: candidates.join(', ') });
  return (
    <span className="tok-no">
      {t('quoted', { text: token.text })} <small>{reason}</small>
    </span>
  );
}
