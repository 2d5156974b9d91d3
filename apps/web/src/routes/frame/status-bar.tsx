import { todayIn } from '@pupitre/shared/time/zone';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import { useFormats } from '../../lib/formats';
import { useLastAct } from '../../lib/last-act';
import type { LiveState } from '../../lib/live-stream';
import { Kbd } from '../../ui/kbd';
import { Slot } from '../../ui/slot';
import { useUndo } from './use-act-feedback';

/** Live state, date and time of the practice, what the screen adds, and the last act with its way back. */
export function StatusBar({ live, zone }: { live: LiveState | null; zone: string }) {
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <footer className="foot">
      {live && (
        <>
          <LiveLabel live={live} zone={zone} />
          <span className="sep" />
        </>
      )}
      <time>
        {formats.dateLong(todayIn(zone, now))} · {formats.timeOfInstant(now, zone)}
      </time>
      <Slot name="footStart" className="parts" />
      <LastActLabel now={now} />
      <span className="sp" />
      <Slot name="footEnd" className="parts" />
    </footer>
  );
}

function LiveLabel({ live, zone }: { live: LiveState; zone: string }) {
  const { t } = useTranslation('frame');
  const formats = useFormats();
  if (live.kind === 'live') return <span className="live">{t('live.live')}</span>;
  if (live.kind === 'reconnecting') return <span className="live wait">{t('live.reconnecting')}</span>;
  return (
    <span className="live off">{t('live.offline', { since: formats.timeOfInstant(new Date(live.since), zone) })}</span>
  );
}

function LastActLabel({ now }: { now: Date }) {
  const { t } = useTranslation('frame');
  const act = useLastAct();
  const undo = useUndo();
  if (!act || now.toISOString() > new Date(act.until).toISOString()) return null;
  return (
    <>
      <span className="sep" />
      <span className="trunc">{t('lastAct', { name: act.name })}</span>
      <button type="button" className="link" onClick={undo}>
        {t('undo')}
      </button>
      <Kbd keys="Ctrl+Z" />
    </>
  );
}
