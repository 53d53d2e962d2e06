import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const ledgerRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/ledger', component: lazyRouteComponent(() => import('./LedgerPage')) }),
] as const;
