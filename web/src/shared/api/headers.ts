import { useState } from 'react';

/** Says which version a change was made from; the server refuses it when somebody else was faster. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

type CreateKey = { 'Idempotency-Key': string };

/** Names what is sent to be created: the same content has the same key, so that pressing again after a lost answer creates nothing twice. */
export type CreateKeys = {
  /** The key of this content: another content is another thing. */
  of: (content: unknown) => CreateKey;
  /** Once it was created, the same content again is meant to be a second one. */
  spend: () => void;
};

export function createKeys(): CreateKeys {
  let last: { text: string; key: CreateKey } | undefined;
  return {
    of: (content) => {
      const text = JSON.stringify(content);
      if (last?.text !== text) last = { text, key: { 'Idempotency-Key': crypto.randomUUID() } };
      return last.key;
    },
    spend: () => {
      last = undefined;
    },
  };
}

/** The keys of one form, for as long as it is open. */
export function useCreateKeys(): CreateKeys {
  return useState(createKeys)[0];
}
