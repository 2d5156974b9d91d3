import type { BookingCandidate } from '@pupitre/shared/planning/booking-words';
import { IconCalendarEvent, IconStethoscope, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Icon } from '../../ui/icon';
import { PaletteOption } from './palette-option';
import type { PaletteState } from './use-palette';

const icons = { motif: IconStethoscope, resource: IconUser, words: IconCalendarEvent } as const;

/** What a doubtful word may mean: one is chosen, never the palette's guess. */
export function ChoiceRows({ state }: { state: PaletteState }) {
  const { t } = useTranslation('palette');
  const nameOf = useCandidateName(state);
  const rows = state.rows.filter((row) => row.kind === 'choice');
  const [first] = rows;
  if (!first) return null;
  const title = t('choice', { text: first.choice.token.text });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox, not of form fields
    <div role="group" aria-label={title}>
      <p className="pal-h" aria-hidden="true">
        {title}
      </p>
      {rows.map((row) => (
        <PaletteOption key={row.id} row={row} state={state} className="ac">
          <Icon of={icons[row.choice.candidate.kind]} />
          <span className="trunc">{nameOf(row.choice.candidate)}</span>
        </PaletteOption>
      ))}
    </div>
  );
}

function useCandidateName({ reading }: PaletteState): (candidate: BookingCandidate) => string {
  const formats = useFormats();
  const { motifs, resources } = reading.vocabulary;
  return (candidate) => {
    if (candidate.kind === 'words') return candidate.day ? formats.dateMedium(candidate.day) : candidate.text;
    return [...motifs, ...resources].find(({ id }) => id === candidate.id)?.name ?? '';
  };
}
