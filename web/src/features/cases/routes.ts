import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const caseRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/workbench', component: lazyRouteComponent(() => import('./WorkbenchPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/cases', component: lazyRouteComponent(() => import('./CaseListPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/cases/new', component: lazyRouteComponent(() => import('./NewCasePage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/cases/$id', component: lazyRouteComponent(() => import('./CasePage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/cases/$id/order', component: lazyRouteComponent(() => import('./ServiceOrderPage')) }),
] as const;
