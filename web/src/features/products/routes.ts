import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

export const productRoutes = [
  createRoute({ getParentRoute: () => deskRoute, path: '/products', component: lazyRouteComponent(() => import('./ProductsPage')) }),
] as const;
