import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const workRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/trouble', component: lazyRouteComponent(() => import('./TroublePage')) }),
] as const;
