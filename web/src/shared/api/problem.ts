import type { components } from './schema';

export type ProblemBody = components['schemas']['Problem'];
export type FieldProblem = { pointer: string; message: string };
export type ClauseRef = { id: string; heading: string; sentence?: string | null };

/**
 * A refused or failed request. `status` 0 means the server was not reached; `body` is the server's problem document,
 * already in the reader's language.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly body: ProblemBody | undefined;

  constructor(status: number, body: ProblemBody | undefined) {
    super(body?.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.body = body;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  get fields(): FieldProblem[] {
    return this.body?.errors ?? [];
  }

  get clauses(): ClauseRef[] {
    return this.body?.clauses ?? [];
  }
}

/** Reads a refused response; a body that is no problem document (a proxy's page, say) is not shown to anybody. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return new ApiProblem(response.status, undefined);
  const body = (await response.clone().json().catch(() => undefined)) as ProblemBody | undefined;
  return new ApiProblem(response.status, body && typeof body.title === 'string' ? body : undefined);
}

export function isProblem(error: unknown, status: number): error is ApiProblem {
  return error instanceof ApiProblem && error.status === status;
}
