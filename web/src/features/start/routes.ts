import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const startRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/start', component: lazyRouteComponent(() => import('./FirstStepsPage')) }),
] as const;
