import type { Evidence as Shown } from '@/shared/components/record';
import { formatPhone } from '@/shared/format';
import { useCaseWord } from './caseWordTexts';
import type { Case, Evidence, FactView } from './model';

const PHOTOS = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Where a file of the case is served; photos are shown, everything else is saved. */
export function fileHref(shown: Case, file: string): string {
  const mediaType = shown.attachments.find(({ id }) => id === file)?.media_type ?? '';
  return `/api/cases/${shown.id}/files/${file}${isPhoto(mediaType) ? '?inline=true' : ''}`;
}

export function isPhoto(mediaType: string): boolean {
  return PHOTOS.has(mediaType);
}

/** What proves a fact, as the list of evidence shows it. */
export function useEvidence(shown: Case): (fact: FactView) => Shown[] {
  const word = useCaseWord();
  return (view) => {
    if (!('evidence' in view.fact)) return [];
    return view.fact.evidence.map((proof, index): Shown => ({ id: `${view.id} ${index}`, ...look(shown, proof, word) }));
  };
}

function look(shown: Case, proof: Evidence, word: ReturnType<typeof useCaseWord>): Pick<Shown, 'kind' | 'title' | 'href'> {
  switch (proof.proof) {
    case 'file': {
      const file = shown.attachments.find(({ id }) => id === proof.file);
      return { kind: file && isPhoto(file.media_type) ? 'photo' : 'file', title: file?.name ?? word('proof', 'file'), href: fileHref(shown, proof.file) };
    }
    case 'signature': {
      const file = shown.attachments.find(({ id }) => id === proof.file);
      return { kind: file && isPhoto(file.media_type) ? 'signature' : 'file', title: proof.signer, href: fileHref(shown, proof.file) };
    }
    case 'call':
      return { kind: 'call', title: `${word('proof', 'call')} ${formatPhone(proof.phone)}` };
    case 'mail':
      return { kind: 'mail', title: proof.address };
    case 'check_in':
      return { kind: 'check_in', title: `${(proof.latitude_micro / 1e6).toFixed(5)}, ${(proof.longitude_micro / 1e6).toFixed(5)}` };
    default:
      return { kind: 'note', title: proof.said };
  }
}
