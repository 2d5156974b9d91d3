import { IconMinus, IconPin, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../keyboard/use-shortcut';
import { useFormats } from '../../lib/formats';
import { clampEnd, SNAP_MINUTES } from '../../planner/geometry';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Fill } from '../../ui/slot';
import { useDayScreen } from './day-screen-context';
import { askPlaces, hover, putBack, usePince } from './pince';

/** The visit in hand, at the foot of the panel: find it a place, or put it back. */
export function PinceStrip() {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { focusGrid, go, frame } = useDayScreen();
  const pinced = usePince();
  if (!pinced) return null;
  const { usedName, birthName, firstName } = pinced.visit.patient;
  const { startMin, durationMin } = pinced;
  const stretch = (minutes: number) =>
    hover({ durationMin: clampEnd(startMin + durationMin + minutes, startMin, frame) - startMin });
  return (
    <div className="pin">
      <Icon of={IconPin} />
      <span className="trunc">
        {t('pince.held')} · <span className="nom">{usedName || birthName}</span> {firstName}
      </span>
      <span className="sp" />
      <IconButton
        icon={IconMinus}
        label={t('pince.shorter')}
        keys="Shift+ArrowUp"
        size="xs"
        onClick={() => stretch(-SNAP_MINUTES)}
      />
      <span className="pin-length">{formats.minutesSpan(durationMin)}</span>
      <IconButton
        icon={IconPlus}
        label={t('pince.longer')}
        keys="Shift+ArrowDown"
        size="xs"
        onClick={() => stretch(SNAP_MINUTES)}
      />
      <Button
        size="xs"
        keys="F8"
        onClick={() => {
          askPlaces();
          go({ rdv: pinced.visit.id }, true);
        }}
      >
        {t('pince.replace')}
      </Button>
      <IconButton
        icon={IconX}
        label={t('pince.back')}
        keys="Escape"
        look="ghost"
        size="xs"
        onClick={() => {
          putBack();
          focusGrid(pinced.visit.id);
        }}
      />
    </div>
  );
}

/** « Pince : 1 RDV » in the status bar, whatever day is shown. */
export function PinceStatus() {
  const pinced = usePince();
  return pinced && <Held visitId={pinced.visit.id} />;
}

function Held({ visitId }: { visitId: string }) {
  const { t } = useTranslation('planning');
  const { go, focusGrid } = useDayScreen();
  useShortcut({
    // Wherever the focus is, Esc first puts back what is in hand; only then does it close the panel.
    ...{ id: 'day.pince.back', keys: 'Escape', scope: 'global', inFields: true },
    ...{ labelKey: 'planning:pince.back', groupKey: 'planning:keys.title' },
    run: () => {
      putBack();
      focusGrid(visitId);
    },
  });
  return (
    <Fill slot="footStart">
      <span className="sep" />
      <button type="button" className="link" onClick={() => go({ rdv: visitId }, true)}>
        {t('pince.status', { count: 1 })}
      </button>
    </Fill>
  );
}
