import { useCallback, useEffect, useRef } from 'react';

/** A deed that stays the same for whoever is handed it, and does what was given last: what is memoised is not drawn anew for it. */
export function useSteady<A extends unknown[], R>(deed: (...given: A) => R): (...given: A) => R {
  const latest = useRef(deed);
  useEffect(() => {
    latest.current = deed;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}
