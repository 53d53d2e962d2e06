import { Button, Card } from 'antd';
import { formatRow } from '@/shared/format';
import { useIsOurs, useMay } from '@/shared/session/useMe';
import styles from './cases.module.css';
import { nameOf, type Case } from './model';
import { caseTexts } from './texts';

/** Who answers for the case, who goes, who follows. */
export function PeopleCard({ shown, onAssign }: { shown: Case; onAssign: () => void }) {
  const t = caseTexts.useT();
  const may = useMay('case.assign');
  const isOurs = useIsOurs();
  const names = (ids: readonly string[]) => formatRow(ids.flatMap((id) => nameOf(shown, id) ?? []), 'words') || t('people.nobody');
  return (
    <Card title={t('people')} extra={may && <Button size="small" onClick={onAssign}>{t('people.assign')}</Button>}>
      <dl className={styles['facts']}>
        <dt>{t('people.owner')}</dt><dd>{nameOf(shown, shown.owner) ?? t(isOurs ? 'unowned' : 'people.nobody')}</dd>
        <dt>{t('people.crew')}</dt><dd>{names(shown.crew)}</dd>
        <dt>{t('people.watchers')}</dt><dd>{names(shown.watchers)}</dd>
      </dl>
    </Card>
  );
}
