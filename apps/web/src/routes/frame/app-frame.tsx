import type { SessionView } from '@pupitre/shared/session/session.contract';
import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useActivity, useLockKey } from '../../features/session/lock';
import { KeyboardRoot } from '../../keyboard/keyboard-root';
import { usePaletteOpen } from '../../keyboard/palette-store';
import { useLive } from '../../lib/live';
import { useMaybeSession, useMembership } from '../../lib/session';
import { useDraftUpkeep } from '../../lib/use-draft-upkeep';
import { PHONE, useMedia } from '../../lib/use-media';
import { FrameContext } from '../../ui/frame-context';
import { LiveRegion } from '../../ui/live-region';
import { MantineScope } from '../../ui/mantine-scope';
import { PanelSlot } from '../../ui/panel';
import { ToastView } from '../../ui/toast-view';
import { frameParts, PaletteWait, warmFrameParts } from './frame-parts';
import { FrameWait } from './frame-wait';
import { NarrowNotice, PhoneHead } from './narrow-notice';
import { OfflineBand } from './offline-band';
import { PhoneNav, Rail } from './rail';
import { screensOf } from './screens';
import { SignedInMenu } from './signed-in-menu';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useActFeedback } from './use-act-feedback';

/** Leaves the network to the first screen. */
const WARM_AFTER_MS = 200;

/** Nothing is drawn in the instant between the end of a session and the sign-in page. */
export function AppFrame() {
  const session = useMaybeSession();
  return (
    session && (
      <MantineScope>
        <Frame session={session} />
      </MantineScope>
    )
  );
}

/** The five regions of every screen: top bar, rail, main, panel, status bar. */
function Frame({ session }: { session: SessionView }) {
  const { t } = useTranslation('frame');
  const membership = useMembership();
  const isLocked = session.state === 'locked';
  const listens = membership.permissions.includes('live.listen');
  const heard = useLive(membership.practiceId, !isLocked && listens);
  // Who hears nothing is told nothing of the line.
  const live = listens ? heard : null;
  const isPhone = useMedia(PHONE);
  const current = useMatches({
    select: (matches) => matches.findLast(({ staticData }) => staticData.screen)?.staticData.screen,
  });
  const screen = screensOf(membership).find(({ id }) => id === current);
  const isPaletteOpen = usePaletteOpen();
  useActivity(!isLocked, session.lockAfterMinutes);
  useActFeedback();
  useEffect(() => {
    const timer = setTimeout(() => void warmFrameParts().catch(() => undefined), WARM_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useLockKey();
  useDraftUpkeep();

  return (
    <FrameContext value={{ userMenu: <SignedInMenu /> }}>
      <div className={isLocked ? 'app locked' : 'app'} inert={isLocked}>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        {!isPhone && <TopBar membership={membership} />}
        {!isPhone && <Rail membership={membership} current={current} />}
        <main className="main" id="main" tabIndex={-1}>
          {isPhone && !screen?.onPhone && <PhoneHead practiceName={membership.practiceName} />}
          {live && <OfflineBand live={live} zone={membership.zone} />}
          <Suspense fallback={<FrameWait />}>
            {isPhone && screen && !screen.onPhone ? <NarrowNotice /> : <Outlet />}
          </Suspense>
        </main>
        <PanelSlot />
        {!isPhone && <StatusBar live={live} zone={membership.zone} />}
        {isPhone && <PhoneNav membership={membership} current={current} />}
        {isPaletteOpen && frameParts.Palette && (
          <Suspense fallback={<PaletteWait />}>
            <frameParts.Palette />
          </Suspense>
        )}
        {frameParts.Panels && (
          <Suspense fallback={null}>
            <frameParts.Panels />
          </Suspense>
        )}
        {!isLocked && <ToastView />}
        <LiveRegion />
      </div>
      <KeyboardRoot letterKeys={session.preferences.letterKeys} locked={isLocked} />
    </FrameContext>
  );
}
