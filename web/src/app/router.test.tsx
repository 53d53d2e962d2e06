import { createMemoryHistory, createRootRoute, createRoute, createRouter, Link, Outlet, RouterProvider, useParams } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { render } from '../../tests/render';
import { routing } from './router';

function CasePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <label>{`留言 ${id}`}<input aria-label="留言" /></label>;
}

test('what was typed about one case is not there on the page of another', async () => {
  const root = createRootRoute({ component: () => <><Link to={'/cases/b' as '/'}>另一单</Link><Outlet /></> });
  const router = createRouter({
    routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path: '/cases/$id', component: CasePage })]),
    history: createMemoryHistory({ initialEntries: ['/cases/a'] }),
    ...routing,
  });
  render(<RouterProvider router={router as never} />);
  await userEvent.type(await screen.findByLabelText('留言'), '请带备件');
  await userEvent.click(screen.getByRole('link', { name: '另一单' }));
  expect(await screen.findByText('留言 b')).toBeInTheDocument();
  expect(screen.getByLabelText('留言')).toHaveValue('');
});
