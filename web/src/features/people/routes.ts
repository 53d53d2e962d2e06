import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const peopleRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/people', component: lazyRouteComponent(() => import('./PeoplePage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/people/organisation', component: lazyRouteComponent(() => import('./OrganisationPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/people/$id', component: lazyRouteComponent(() => import('./PersonPage')) }),
] as const;
