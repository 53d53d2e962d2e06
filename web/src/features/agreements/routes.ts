import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const agreementRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/agreements', component: lazyRouteComponent(() => import('./AgreementsPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/agreements/new', component: lazyRouteComponent(() => import('./NewAgreementPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/agreements/$id', component: lazyRouteComponent(() => import('./AgreementPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/agreements/$id/edit', component: lazyRouteComponent(() => import('./EditAgreementPage')) }),
] as const;
