export { EvidenceList, type Evidence, type EvidenceKind } from './EvidenceList';
export { SignaturePad } from './SignaturePad';
export { Timeline, type TimelineFact } from './Timeline';
export { UploadBox } from './UploadBox';
