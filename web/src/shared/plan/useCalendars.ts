import { useCallback } from 'react';
import { $api } from '@/shared/api/client';
import type { Option } from './Context';
import { useWords } from './useWords';

/** The built-in calendar that is open day and night. */
const ROUND_THE_CLOCK = 'always';

/** The company's calendars to choose from, each by its name in the language in use, and the name of any one of them. */
export function useCalendars(): { options: Option[]; nameOf: (name: string) => string } {
  const word = useWords();
  const { data } = $api.useQuery('get', '/api/calendars');
  const nameOf = useCallback(
    (name: string) => {
      const title = data?.items.find((one) => one.name === name)?.title ?? name;
      if (title !== name) return title;
      return word(name === ROUND_THE_CLOCK ? 'round_the_clock' : name);
    },
    [data, word],
  );
  return { options: (data?.items ?? []).map(({ name }) => ({ value: name, label: nameOf(name) })), nameOf };
}
