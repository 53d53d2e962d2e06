import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const settingsRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/settings', component: lazyRouteComponent(() => import('./SettingsPage')) }),
] as const;
