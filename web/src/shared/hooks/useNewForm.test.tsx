import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { renderPage } from '../../../tests/desk';
import { useNewForm } from './useNewForm';

function Page() {
  const [form, setForm] = useNewForm();
  const { href } = useLocation();
  return (
    <>
      <output>{`${form} ${href}`}</output>
      <button onClick={() => setForm(form === 'open' ? 'closed' : 'open')}>turn</button>
    </>
  );
}

test('a link opens the form, and the filters of the list stay when it closes', async () => {
  renderPage(Page, { path: '/units', address: '/units?q=SN#new' }, []);
  expect(await screen.findByText('open /units?q=SN#new')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('closed /units?q=SN')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByText('open /units?q=SN#new')).toBeInTheDocument();
});
