import { useCallback, useRef, useState } from 'react';
import { $api, api, queryClient } from '@/shared/api/client';
import { ifMatch } from '@/shared/api/headers';
import { touched, type Reading, type Step } from './model';

const keyOf = (id: string) => $api.queryOptions('get', '/api/readings/{id}', { params: { path: { id } } }).queryKey;

export function keepReading(reading: Reading): void {
  queryClient.setQueryData(keyOf(reading.id), reading);
}

/** How many steps may wait for their turn: more than fingers are quick, fewer than a key that got stuck. */
const MOST_WAITING = 60;

/** Steps one after the other, each on the answer of the one before, so that quick fingers never meet a stale version. */
export function useSteps(id: string) {
  const [failure, setFailure] = useState<unknown>();
  const [waiting, setWaiting] = useState(0);
  const [full, setFull] = useState(false);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const queued = useRef(0);
  const run = useCallback(
    (send: (at: { params: { path: { id: string }; header: { 'If-Match': string } } }) => Promise<{ data?: Reading }>): Promise<Reading | undefined> => {
      setFull(queued.current >= MOST_WAITING);
      if (queued.current >= MOST_WAITING) return Promise.resolve(undefined);
      queued.current += 1;
      setWaiting(queued.current);
      setFailure(undefined);
      const done = queue.current.then(async () => {
        try {
          const known = queryClient.getQueryData<Reading>(keyOf(id));
          const { data } = await send({ params: { path: { id }, header: ifMatch(known?.version ?? 0) } });
          if (data) keepReading(data);
          return data;
        } catch (error) {
          setFailure(error);
          await queryClient.invalidateQueries({ queryKey: keyOf(id) });
          return undefined;
        } finally {
          queued.current -= 1;
          setWaiting(queued.current);
        }
      });
      queue.current = done.then(() => undefined);
      return done;
    },
    [id],
  );
  const step = useCallback((one: Step) => run((at) => api.POST('/api/readings/{id}/steps', { ...at, body: { do: one } })), [run]);
  /** Goes one step back or forth, and says where that was. */
  const along = useCallback(
    async (way: 'undo' | 'redo'): Promise<number | undefined> => {
      let before: Reading | undefined;
      const after = await run((at) => {
        before = queryClient.getQueryData<Reading>(keyOf(id));
        return way === 'undo' ? api.POST('/api/readings/{id}/undo', at) : api.POST('/api/readings/{id}/redo', at);
      });
      return before && after && touched(before, after);
    },
    [id, run],
  );
  const undo = useCallback(() => along('undo'), [along]);
  const redo = useCallback(() => along('redo'), [along]);
  const clear = useCallback(() => setFailure(undefined), []);
  return { step, undo, redo, failure, clear, busy: waiting > 0, full };
}
