import { createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { agreementRoutes } from '@/features/agreements/routes';
import { auditRoutes } from '@/features/audit/routes';
import { calendarRoutes } from '@/features/calendars/routes';
import { caseRoutes } from '@/features/cases/routes';
import { customerRoutes } from '@/features/customers/routes';
import { galleryRoutes } from '@/features/gallery/routes';
import { lawRoutes } from '@/features/law/routes';
import { ledgerRoutes } from '@/features/ledger/routes';
import { peopleRoutes } from '@/features/people/routes';
import { planRoutes } from '@/features/plans/routes';
import { productRoutes } from '@/features/products/routes';
import { regionRoutes } from '@/features/regions/routes';
import { sessionRoutes } from '@/features/session/routes';
import { settingsRoutes } from '@/features/settings/routes';
import { sheetRoutes } from '@/features/sheets/routes';
import { startRoutes } from '@/features/start/routes';
import { studioRoutes } from '@/features/studio/routes';
import { publicUnitRoute, unitRoutes } from '@/features/units/routes';
import { workRoutes } from '@/features/work/routes';
import { CrashPage, EmptyState, LoadingPage, NotFoundPage } from '@/shared/components/states';
import { deskRoute, rootRoute } from '@/shared/router/roots';
import { DeskShell } from './shell/DeskShell';
import { appTexts } from './texts';
import { useMenu } from './useMenu';

/** `/` leads to the first thing the person may see. */
function HomePage() {
  const t = appTexts.useT();
  const { entries, isPending } = useMenu();
  const first = entries[0];
  if (isPending) return <LoadingPage />;
  if (!first) return <EmptyState title={t('menu.nothing')} hint={t('menu.nothingHint')} />;
  return <Navigate to={first.path as '/'} replace />;
}

deskRoute.update({ component: DeskShell });

/** An address that leads nowhere: the desk around it stays. */
const nowhereRoute = createRoute({ getParentRoute: () => deskRoute, path: '$', component: NotFoundPage });

const homeRoute = createRoute({ getParentRoute: () => deskRoute, path: '/', component: HomePage });

/** Every page of the web app: one line per feature, in the order of the alphabet. */
const routeTree = rootRoute.addChildren([
  deskRoute.addChildren([
    homeRoute,
    nowhereRoute,
    ...agreementRoutes,
    ...auditRoutes,
    ...calendarRoutes,
    ...caseRoutes,
    ...customerRoutes,
    ...galleryRoutes,
    ...lawRoutes,
    ...ledgerRoutes,
    ...peopleRoutes,
    ...planRoutes,
    ...productRoutes,
    ...regionRoutes,
    ...sessionRoutes,
    ...settingsRoutes,
    ...sheetRoutes,
    ...startRoutes,
    ...studioRoutes,
    ...unitRoutes,
    ...workRoutes,
  ]),
  publicUnitRoute,
]);

/** A page about another subject begins anew: what was typed about the first one must not be sent to the second. */
export const routing = { defaultRemountDeps: ({ params }: { params: unknown }) => params };

export function createDeskRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingPage,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    ...routing,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
