import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const regionRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/regions', component: lazyRouteComponent(() => import('./RegionsPage')) }),
] as const;
