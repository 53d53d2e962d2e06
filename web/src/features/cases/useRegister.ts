import { useRef, useState } from 'react';
import { $api, queryClient } from '@/shared/api/client';
import { ifMatch, useCreateKeys } from '@/shared/api/headers';
import type { components } from '@/shared/api/schema';
import { useMe } from '@/shared/session/useMe';
import type { Taken } from './intake';
import { caseTexts } from './texts';
import type { Unit } from './UnitPicker';

export type NewCallerValues = { kind: 'consumer' | 'organisation'; name: string; phone: string; address: string; product?: string | null; serial?: string };
export type Registered = Required<Taken> & { unit?: Unit };

/** What was made already, so that it is not made twice when a later step was refused and is sent again. */
type Made = { id: string; version: number; site?: string };

/** Lists that show customers and units ask again. */
export function registeredSomething(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['/api/callers', '/api/customers', '/api/units'].includes(String(queryKey[1])) });
}

type UnitFields = components['schemas']['UnitFields'];

/** A unit as far as somebody on the telephone can name it; papers and dates follow in its own file. */
export function unitOf(known: Pick<UnitFields, 'product' | 'serial' | 'customer' | 'site' | 'place'>): UnitFields {
  return { ...known, branch: null, usage_amount: null, price_fen: null, card: 'missing', proof: 'missing', territory: 'domestic', note: '', dates: {} };
}

/** Makes customer, address and unit, one after the other, and tells what was made; nothing where one of them was refused. */
export function useRegister() {
  const t = caseTexts.useT();
  const { org_id: branch } = useMe();
  const made = useRef<Made>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const keys = { customer: useCreateKeys(), site: useCreateKeys(), unit: useCreateKeys() };
  const create = $api.useMutation('post', '/api/customers').mutateAsync;
  const change = $api.useMutation('put', '/api/customers/{id}').mutateAsync;
  const addSite = $api.useMutation('post', '/api/customers/{id}/sites').mutateAsync;
  const addUnit = $api.useMutation('post', '/api/units').mutateAsync;

  const steps = async ({ kind, name, phone, address, product, serial }: NewCallerValues): Promise<Registered> => {
    const body = { kind, name, phone, branch, mail: '', uscc: '', note: '' };
    const before = made.current;
    const customer = before
      ? await change({ params: { path: { id: before.id }, header: ifMatch(before.version) }, body })
      : await create({ params: { header: keys.customer.of(body) }, body });
    made.current = { ...before, id: customer.id, version: customer.version };
    if (address.trim() && !made.current.site) {
      const place = { name: t('intake.newSite'), address, region: null, distance_km: null };
      const site = await addSite({ params: { path: { id: customer.id }, header: keys.site.of(place) }, body: place });
      made.current.site = site.id;
    }
    const named = product && unitOf({ product, serial: serial ?? '', customer: customer.id, site: made.current.site ?? null, place: '' });
    const unit = named && await addUnit({ params: { header: keys.unit.of(named) }, body: named });
    return { customer: customer.id, name: customer.name, phone: customer.phone ?? phone, address, ...(unit && { unit }) };
  };

  const register = async (values: NewCallerValues): Promise<Registered | undefined> => {
    setBusy(true);
    setError(undefined);
    try {
      const registered = await steps(values);
      registeredSomething();
      return registered;
    } catch (refusal) {
      setError(refusal);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { register, error, isBusy };
}
