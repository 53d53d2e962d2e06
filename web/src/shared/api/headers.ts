import { useState } from 'react';

/** Says which version a change was made from; the server refuses it when somebody else was faster. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** A fresh key for one thing to create. */
export function newKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() };
}

/** One key for as long as a form is open: sent twice, the server creates once. */
export function useCreateKey(): { 'Idempotency-Key': string } {
  return useState(newKey)[0];
}
