import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const studioRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/readings', component: lazyRouteComponent(() => import('./StartPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/readings/$id', component: lazyRouteComponent(() => import('./ReadingPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/readings/$id/diff', component: lazyRouteComponent(() => import('./BesidePage')) }),
] as const;
