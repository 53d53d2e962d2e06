import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

type Standing = 'open' | 'closed';

/** The form for a new row of a list stands in the address as `#new`, so that a link from elsewhere opens it. Filters stay. */
export function useNewForm(): [Standing, (next: Standing) => void] {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const set = useCallback(
    (next: Standing) => void navigate({ to: '.', search: ((kept: unknown) => kept) as never, hash: next === 'open' ? 'new' : '', replace: true }),
    [navigate],
  );
  return [hash === 'new' ? 'open' : 'closed', set];
}
