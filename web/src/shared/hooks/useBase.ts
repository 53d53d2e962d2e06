import { useEffect, useEffectEvent, useRef } from 'react';
import { isProblem } from '@/shared/api/problem';

type Versioned = { version: number };
type Options<T> = {
  /** What the server says now; it may change while somebody types. */
  shown: T;
  /** Whether something was typed that nobody saved. */
  isTouched: () => boolean;
  /** Puts the server's content into the form. */
  fill: (shown: T) => void;
  /** What the last save failed with. */
  error: unknown;
};

/**
 * The version that a form's content was made from. Newer content replaces a form nobody has typed in; what somebody typed
 * stays. Saving it is then refused once, and the person told; the next save counts as made with the newer content in sight.
 */
export function useBase<T extends Versioned>({ shown, isTouched, fill, error }: Options<T>): { version: () => number; settle: (saved: T) => void } {
  const version = useRef(shown.version);
  const wasRefused = isProblem(error, 412);
  const look = useEffectEvent((shownVersion: number, isTold: boolean) => {
    if (shownVersion <= version.current) return;
    if (!isTouched()) fill(shown);
    else if (!isTold) return;
    version.current = shownVersion;
  });
  useEffect(() => look(shown.version, wasRefused), [shown.version, wasRefused]);
  return {
    version: () => version.current,
    settle: (saved) => {
      fill(saved);
      version.current = saved.version;
    },
  };
}

const NOTHING: Versioned = { version: 0 };

/** The version to send from a dialog about a thing: the one it was opened with, until a refusal has told of a newer one. */
export function useOpenedVersion(shown: Versioned | undefined, error: unknown): () => number {
  return useBase({ shown: shown ?? NOTHING, isTouched: () => true, fill: () => undefined, error }).version;
}
