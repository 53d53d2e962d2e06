import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute, rootRoute } from '@/shared/router/roots';

export const unitRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/units', component: lazyRouteComponent(() => import('./UnitsPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/units/$id', component: lazyRouteComponent(() => import('./UnitPage')) }),
] as const;

/** Where the code on a unit leads: open to whoever scans it. */
export const publicUnitRoute = createRoute({ getParentRoute: () => rootRoute, path: '/u/$code', component: lazyRouteComponent(() => import('./PublicUnitPage')) });
