import { createRootRoute, createRoute } from '@tanstack/react-router';

/** Above every page: faces without a sign-in (the customer's page) hang here. */
export const rootRoute = createRootRoute();

/** Above every page of the desk: behind the sign-in, inside the shell. Features hang their pages here. */
export const deskRoute = createRoute({ getParentRoute: () => rootRoute, id: 'desk' });
