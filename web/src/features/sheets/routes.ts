import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const sheetRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/import/$book', component: lazyRouteComponent(() => import('./ImportPage')) }),
] as const;
