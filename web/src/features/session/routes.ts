import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const sessionRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/me/sessions', component: lazyRouteComponent(() => import('./SessionsPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/me/password', component: lazyRouteComponent(() => import('./PasswordPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/me/mail', component: lazyRouteComponent(() => import('./MailPage')) }),
] as const;
