import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const auditRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/audit', component: lazyRouteComponent(() => import('./AuditPage')) }),
] as const;
