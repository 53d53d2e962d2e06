import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '@/shared/router/roots';

/** Only while developing: a build for users leaves the page out. */
export const galleryRoutes = import.meta.env.DEV
  ? [createRoute({ getParentRoute: () => deskRoute, path: '/gallery', component: lazyRouteComponent(() => import('./GalleryPage')) })]
  : [];
