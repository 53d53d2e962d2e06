import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const unitRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/units', component: lazyRouteComponent(() => import('./UnitsPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/units/$id', component: lazyRouteComponent(() => import('./UnitPage')) }),
] as const;
