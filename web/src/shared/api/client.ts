import { QueryClient } from '@tanstack/react-query';
import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { currentLanguage } from '@/shared/i18n';
import { ApiProblem, problemFrom } from './problem';
import type { paths } from './schema';

const SIGN_IN = '/api/session';

/** Every request says who sends it (`X-Jiannuo` cannot be set by a foreign page), and in which language to answer. */
const house: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Jiannuo', '1');
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    const problem = await problemFrom(response);
    // Somebody else was faster: what is on the page is read anew, so that the next try is made in its light.
    if (problem.status === 412) void queryClient.invalidateQueries();
    if (problem.status === 401 && !request.url.endsWith(SIGN_IN)) sessionEnded();
    throw problem;
  },
  onError({ error }) {
    return error instanceof ApiProblem ? error : new ApiProblem(0, undefined);
  },
};

/** Plain typed requests: `api.POST('/api/cases', { body })`. A refusal is thrown as `ApiProblem`. */
export const api = createFetchClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  // Looked up at each call, so that tests can answer in its place.
  fetch: (request) => globalThis.fetch(request),
});
api.use(house);

/** Typed queries: `$api.useQuery('get', '/api/me')`, `$api.useMutation('post', '/api/cases')`. */
export const $api = createQueryClient(api);

export const meKey = $api.queryOptions('get', '/api/me').queryKey;

/** Whose session ended while they were at work: what they typed waits for them. */
export const endedKey = ['session', 'ended'] as const;

function sessionEnded(): void {
  const me = queryClient.getQueryData(meKey);
  if (me) queryClient.setQueryData(endedKey, me);
  queryClient.setQueryData(meKey, null);
}

const MAX_RETRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only an unreached or overloaded server may answer differently when asked again.
      retry: (failures, error) =>
        failures < MAX_RETRIES && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
    },
  },
});
