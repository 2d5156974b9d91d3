import { createRouter } from '@tanstack/react-router';
import { createQueryClient } from './lib/query-client';
import { absencePlanRoute } from './routes/absence-plan.route';
import { absenceStartRoute } from './routes/absence-start.route';
import { apiDocsRoute } from './routes/api-docs.route';
import { dayRoute } from './routes/day.route';
import { exportsRoute } from './routes/exports.route';
import { filesRoute } from './routes/files.route';
import { firstRunRoute } from './routes/first-run.route';
import { NotFound, ScreenFault } from './routes/frame/faults';
import { FrameWait } from './routes/frame/frame-wait';
import { indexRoute } from './routes/index.route';
import { latenessRoute } from './routes/lateness.route';
import { myDayRoute } from './routes/my-day.route';
import { patientFileRoute } from './routes/patient-file.route';
import { practiceIndexRoute, practiceRoute } from './routes/practice.route';
import { rootRoute } from './routes/root.route';
import { seriesRoute } from './routes/series.route';
import { settingsRoute } from './routes/settings.route';
import { signInRoute } from './routes/sign-in.route';
import { tillRoute } from './routes/till.route';
import { videoRoomRoute } from './routes/video-room.route';
import { waitingListRoute } from './routes/waiting-list.route';
import { waitingRoomRoute } from './routes/waiting-room.route';
import { monthRoute, weekRoute } from './routes/week.route';
import { welcomeRoute } from './routes/welcome.route';

const routeTree = rootRoute.addChildren([
  indexRoute,
  signInRoute,
  apiDocsRoute,
  welcomeRoute,
  videoRoomRoute,
  firstRunRoute,
  practiceRoute.addChildren([
    practiceIndexRoute,
    tillRoute,
    exportsRoute,
    dayRoute,
    weekRoute,
    monthRoute,
    absenceStartRoute,
    absencePlanRoute,
    latenessRoute,
    settingsRoute,
    seriesRoute,
    filesRoute,
    patientFileRoute,
    waitingListRoute,
    waitingRoomRoute,
    myDayRoute,
  ]),
]);

export const queryClient = createQueryClient();

export const router = createRouter({
  routeTree,
  context: { queryClient },
  // A patient's file is an audited read: nothing is fetched before somebody asks for it.
  defaultPreload: false,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPendingComponent: FrameWait,
  // In place of the page that failed: the frame around it stays.
  defaultErrorComponent: ScreenFault,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: false,
});

// What a screen is drawn with is fetched while the session and its rights are being read, not after them.
router.subscribe('onBeforeLoad', ({ toLocation }) => {
  const [routes] = router.getMatchedRoutes(toLocation.pathname);
  for (const route of routes) void router.loadRouteChunk(route)?.catch(() => undefined);
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
