/** Sentences that stood for "no reason" in plans settled before the kind of a settlement was enough. */
const USUAL: ReadonlySet<string> = new Set(['对客户有利者优先', '由协议选定', '适用范围不同']);

/** Why a contradiction was settled as it was, in the words of whoever did; empty where they gave none. */
export function reasonOf(settlement: { reason?: string | null | undefined }): string {
  const reason = settlement.reason?.trim() ?? '';
  return USUAL.has(reason) ? '' : reason;
}
