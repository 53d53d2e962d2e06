import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const planRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/plans', component: lazyRouteComponent(() => import('./PlansPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/plans/$id', component: lazyRouteComponent(() => import('./PlanPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/plans/$id/diff', component: lazyRouteComponent(() => import('./DiffPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/plans/$id/bid', component: lazyRouteComponent(() => import('./BidPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/plans/$id/what-if', component: lazyRouteComponent(() => import('./WhatIfPage')) }),
] as const;
