import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { ApiProblem } from '@/shared/api/problem';

const Faults = createContext<ReadonlyMap<string, string>>(new Map());
const Path = createContext('');

const NONE: ReadonlyMap<string, string> = new Map();

/** What the server found wrong with the value of a form, or `said` before it was asked, shown at its fields; the first is brought into view. */
export function FaultsIn({ error, said = NONE, from, children }: { error: unknown; said?: ReadonlyMap<string, string>; from: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () => new Map([...said, ...(error instanceof ApiProblem ? error.fields.map(({ pointer, message }) => [pointer, message] as const) : [])]),
    [error, said],
  );
  useEffect(() => {
    if (found.size > 0) box.current?.querySelector('[data-fault]')?.scrollIntoView?.({ block: 'center' });
  }, [found]);
  return (
    <Faults.Provider value={found}>
      <Path.Provider value={from}>
        <div ref={box}>{children}</div>
      </Path.Provider>
    </Faults.Provider>
  );
}

/** One step further into the value: a field's name, or an entry's place. */
export function Step({ to, children }: { to: string | number; children: ReactNode }) {
  const path = useContext(Path);
  return <Path.Provider value={`${path}/${to}`}>{children}</Path.Provider>;
}

/** What is wrong with the field `name` here. */
export function useFault(name: string): string | undefined {
  const path = useContext(Path);
  return useContext(Faults).get(`${path}/${name}`);
}
