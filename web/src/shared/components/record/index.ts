export { EvidenceList, type Evidence, type EvidenceKind } from './EvidenceList';
export { Timeline, type TimelineFact } from './Timeline';
export { UploadBox } from './UploadBox';
