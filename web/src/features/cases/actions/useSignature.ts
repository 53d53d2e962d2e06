import { useRef, useState } from 'react';
import { sendFile, type StoredFile } from '@/shared/api/upload';
import type { ActValues } from './command';

/** Sends what was drawn as a signature before the action that it proves; a drawing that was sent already is not sent again. */
export function useSignature(to: string) {
  const sent = useRef<{ drawn: File; stored: StoredFile } | undefined>(undefined);
  const [unsent, setUnsent] = useState<unknown>();
  const withSignature = async (values: ActValues): Promise<ActValues> => {
    const { proof } = values;
    if (proof?.kind !== 'signature' || !proof.drawn) return values;
    try {
      if (sent.current?.drawn !== proof.drawn) sent.current = { drawn: proof.drawn, stored: await sendFile(to, proof.drawn, () => undefined) };
      setUnsent(undefined);
    } catch (error) {
      setUnsent(error);
      throw error;
    }
    return { ...values, proof: { ...proof, files: [sent.current.stored, ...(proof.files ?? [])] } };
  };
  return { withSignature, unsent };
}
