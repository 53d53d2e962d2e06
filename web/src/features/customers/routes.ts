import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const customerRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/customers', component: lazyRouteComponent(() => import('./CustomersPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/customers/$id', component: lazyRouteComponent(() => import('./CustomerPage')) }),
] as const;
