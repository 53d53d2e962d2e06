import { Card } from 'antd';
import { EvidenceList, UploadBox, type Evidence } from '@/shared/components/record';
import { useMay } from '@/shared/session/useMe';
import styles from './cases.module.css';
import { nameOf, type Case } from './model';
import { caseTexts } from './texts';
import { refreshCase } from './useActs';
import { fileHref, isPhoto } from './useEvidence';

/** The files of a case; new ones are kept as they arrive. */
export function CaseFiles({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  const may = useMay('file.use');
  const items = shown.attachments.map((file): Evidence => ({
    id: file.id,
    kind: isPhoto(file.media_type) ? 'photo' : 'file',
    title: file.name,
    size: file.size,
    at: file.created_at,
    who: nameOf(shown, file.created_by) ?? null,
    href: fileHref(shown, file.id),
  }));
  return (
    <Card id="case-files" title={t('files')}>
      {items.length > 0 ? <EvidenceList items={items} /> : <p className={styles['soft']}>{t('files.none')}</p>}
      {may && <div style={{ marginTop: 12 }}><UploadBox key={items.length} to={`/api/cases/${shown.id}/files`} onChange={() => void refreshCase(shown.id)} /></div>}
    </Card>
  );
}
