import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { useRajoutWords } from '../../lib/use-rajout-words';
import { RefusedMove } from '../../ui/refused-move';
import type { WeekMoves } from './use-week-moves';
import { useWeek } from './week-context';
import type { MoveRefusal } from './week-refusal';

/** A move that was given back: every reason, what would do instead, and the way past for whoever may. */
export function RefusalBand({ moves }: { moves: WeekMoves }) {
  const { refusal } = moves;
  if (!refusal) return null;
  const { visit, place } = refusal;
  return <Band key={`${visit.id} ${place.day} ${place.startMin} ${place.endMin}`} moves={moves} refusal={refusal} />;
}

function Band({ moves, refusal }: { moves: WeekMoves; refusal: MoveRefusal }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { clock } = useWeek();
  const sayRajout = useRajoutWords(clock.today);
  const { visit, place, told, codes, rajout, next, other } = refusal;
  const isLength = visit.day === place.day && visit.startMin === place.startMin;
  const when = next && t('visit.at', { day: formats.dateMedium(next.day), time: formats.timeOfMinutes(next.startMin) });
  const whose = other && formats.nameFull(other);
  return (
    <RefusedMove
      title={t(isLength ? 'banner.sameLength' : 'banner.moved')}
      told={told}
      note={when && t('banner.next', { when })}
      take={next && { label: t('banner.take', { when }), run: () => void moves.move(visit, next) }}
      acts={whose ? [{ label: t('banner.swap', { who: whose }), run: () => void moves.swap() }] : []}
      passing={codes && { rajout: rajout && sayRajout(rajout, place.day), confirm: moves.passOver }}
      closeLabel={t('banner.close')}
      onClose={moves.forget}
    />
  );
}
