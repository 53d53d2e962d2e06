import type { StoredFile } from '@/shared/api/upload';
import type { ActionName, Case, Command, Evidence, Proof, What } from '../model';

/** What the form of an action holds. */
export type ActValues = {
  at?: string;
  note?: string;
  proof?: {
    kind?: Proof;
    phone?: string;
    address?: string;
    said?: string;
    signer?: string;
    place?: { latitude_micro: number; longitude_micro: number };
    drawn?: File;
    files?: StoredFile[];
    existing?: string[];
  };
  answers?: Record<string, 'yes' | 'no'>;
  severity?: string;
  agreed_at?: string;
  crew?: string[];
  cause?: string;
  stars?: number;
  document?: string;
  fields?: string[];
  reason?: string;
  standing?: string;
  region?: string;
  service_level?: string;
  question?: string;
  promise?: string;
  event?: string;
  to?: string;
  not_owed?: string;
  nothing_done?: string;
};

/** The command the API takes for an action. */
export function commandOf(action: ActionName, values: ActValues, shown: Case): Command {
  return {
    at: values.at ?? null,
    note: values.note?.trim() ?? '',
    evidence: evidenceOf(values),
    do: whatOf(action, values, shown),
  };
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The form asks for everything its action needs.');
  return value;
}

function whatOf(action: ActionName, values: ActValues, shown: Case): What {
  switch (action) {
    case 'grade':
      return {
        action,
        answers: Object.fromEntries(Object.entries(values.answers ?? {}).map(([question, answer]) => [question, answer === 'yes'])),
        severity: values.severity ?? null,
      };
    case 'agree_visit':
      return { action, agreed_at: given(values.agreed_at) };
    case 'assign_crew':
      return { action, crew: given(values.crew) };
    case 'decide_cause':
      return { action, cause: given(values.cause) as Extract<What, { action: 'decide_cause' }>['cause'] };
    case 'rate':
      return { action, stars: given(values.stars) };
    case 'deliver_report': {
      type Delivered = Extract<What, { action: 'deliver_report' }>;
      return { action, document: given(values.document) as Delivered['document'], fields: (values.fields ?? []) as NonNullable<Delivered['fields']> };
    }
    case 'pause':
    case 'resume':
      return { action, reason: given(values.reason) as Extract<What, { action: 'pause' }>['reason'] };
    case 'change_context':
      return {
        action,
        standing: (values.standing as Extract<What, { action: 'change_context' }>['standing']) ?? null,
        region: values.region?.trim() || null,
        service_level: values.service_level?.trim() || null,
        question: values.question?.trim() || null,
      };
    case 'close':
      return closing(values);
    case 'excuse': {
      const row = shown.obligations.find(({ clause, cycle }) => `${clause} ${cycle}` === values.promise);
      return { action, clause: given(row).clause, cycle: given(row).cycle };
    }
    case 'correct_time':
      return { action, event: given(values.event), to: given(values.to) };
    case 'withdraw':
      return { action, event: given(values.event) };
    default:
      return { action: 'plain', name: action };
  }
}

/** Plain where nothing is left undone, else with the reasons. */
function closing({ not_owed, nothing_done }: ActValues): What {
  if (!not_owed?.trim() && !nothing_done) return { action: 'plain', name: 'close' };
  return { action: 'close', not_owed: not_owed?.trim() ?? '', nothing_done: (nothing_done as Extract<What, { action: 'close' }>['nothing_done']) ?? null };
}

function file(id: string): Evidence {
  return { proof: 'file', file: id };
}

/** The proof chosen, and every file beside it. */
function evidenceOf({ proof }: ActValues): Evidence[] {
  const files = [...new Set([...(proof?.files ?? []).map(({ id }) => id), ...(proof?.existing ?? [])])];
  switch (proof?.kind) {
    case 'call':
      return [{ proof: 'call', phone: proof.phone ?? '' }, ...files.map(file)];
    case 'mail':
      return [{ proof: 'mail', address: proof.address ?? '' }, ...files.map(file)];
    case 'word':
      return [{ proof: 'word', said: proof.said ?? '' }, ...files.map(file)];
    case 'check_in':
      return [...(proof.place ? [{ proof: 'check_in' as const, ...proof.place }] : []), ...files.map(file)];
    case 'signature': {
      const [image, ...rest] = files;
      return image ? [{ proof: 'signature', file: image, signer: proof.signer ?? '' }, ...rest.map(file)] : [];
    }
    default:
      return files.map(file);
  }
}
