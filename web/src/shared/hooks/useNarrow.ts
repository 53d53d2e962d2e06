import { useSyncExternalStore } from 'react';

/** Below 768 px; of screens only, since a page that is printed must not be drawn anew for the width of the paper. */
const narrow = globalThis.matchMedia?.('screen and (max-width: 767.98px)');

function subscribe(listener: () => void): () => void {
  narrow?.addEventListener?.('change', listener);
  return () => narrow?.removeEventListener?.('change', listener);
}

/** Whether the page is a phone's or a narrow window's. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow?.matches ?? globalThis.innerWidth < 768);
}
