import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { QueryClientProvider } from '@tanstack/react-query';
import type { RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { queryClient } from '@/shared/api/client';
import { MeContext, type Me } from '@/shared/session/useMe';
import { render } from './render';

/** Stands in for the server: one body for each path, every other path is unknown. What is asked is kept in the list given back. */
export function answerWith(bodies: Readonly<Record<string, unknown>>): Request[] {
  const asked: Request[] = [];
  queryClient.clear();
  vi.stubGlobal('EventSource', undefined);
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.clone());
    const body = bodies[new URL(request.url).pathname];
    const status = body === undefined ? 404 : 200;
    return Response.json(body ?? { type: 'x', title: 'no' }, { status, headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' } });
  });
  return asked;
}

/** Renders a page of the desk at its address, for somebody the server lets do these things. */
export function renderPage(Page: () => ReactNode, at: { path: string; address: string }, permissions: readonly string[]): RenderResult {
  const me = { id: 'p_1', name: '苏晓', org_id: 'o_1', roles: [] as string[], permissions } as Me;
  const root = createRootRoute();
  const router = createRouter({
    routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path: at.path, component: Page })]),
    history: createMemoryHistory({ initialEntries: [at.address] }),
  });
  return render(
    <QueryClientProvider client={queryClient}>
      <MeContext value={me}>
        <RouterProvider router={router as never} />
      </MeContext>
    </QueryClientProvider>,
  );
}
