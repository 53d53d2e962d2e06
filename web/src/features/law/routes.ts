import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const lawRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/law', component: lazyRouteComponent(() => import('./LawPage')) }),
] as const;
