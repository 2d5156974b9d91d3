import { IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Fill } from '../../ui/slot';
import { useDayScreen } from './day-screen-context';
import { askPlaces, putBack, usePince } from './pince';

/** The visit in hand, at the foot of the panel: find it a place, or put it back. */
export function PinceStrip() {
  const { t } = useTranslation('planning');
  const { focusGrid, go } = useDayScreen();
  const pinced = usePince();
  if (!pinced) return null;
  const { usedName, birthName, firstName } = pinced.visit.patient;
  return (
    <div className="pin">
      <Icon of={IconPin} />
      <span className="trunc">
        {t('pince.held')} · <span className="nom">{usedName || birthName}</span> {firstName}
      </span>
      <span className="sp" />
      <Button
        size="xs"
        onClick={() => {
          putBack();
          focusGrid(pinced.visit.id);
        }}
      >
        {t('pince.back')}
      </Button>
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
    </div>
  );
}

/** « Pince : 1 RDV » in the status bar, whatever day is shown. */
export function PinceStatus() {
  const { t } = useTranslation('planning');
  const { go } = useDayScreen();
  const pinced = usePince();
  if (!pinced) return null;
  return (
    <Fill slot="footStart">
      <span className="sep" />
      <button type="button" className="link" onClick={() => go({ rdv: pinced.visit.id }, true)}>
        {t('pince.status', { count: 1 })}
      </button>
    </Fill>
  );
}
