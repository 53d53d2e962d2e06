import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const calendarRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/calendars', component: lazyRouteComponent(() => import('./CalendarListPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/calendars/new', component: lazyRouteComponent(() => import('./NewCalendarPage')) }),
  createRoute({ getParentRoute: () => deskRoute, path: '/calendars/$name', component: lazyRouteComponent(() => import('./CalendarPage')) }),
] as const;
