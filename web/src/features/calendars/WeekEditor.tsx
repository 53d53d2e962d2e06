import { Button } from 'antd';
import { HoursInput } from './HoursInput';
import styles from './calendars.module.css';
import { DAYS, type Week } from './spec';
import { calendarTexts } from './texts';

type Props = { week: Week; onChange: (week: Week) => void; disabled: boolean };

/** The open intervals of each weekday, any number to a day. */
export function WeekEditor({ week, onChange, disabled }: Props) {
  const t = calendarTexts.useT();
  const monday = week.mon ?? [];
  return (
    <>
      <div className={styles['week']}>
        {DAYS.map((day) => (
          <div key={day} style={{ display: 'contents' }}>
            <span>{t(`day.${day}`)}</span>
            <HoursInput label={t(`day.${day}`)} value={week[day] ?? []} disabled={disabled} onChange={(hours) => onChange({ ...week, [day]: hours })} />
          </div>
        ))}
      </div>
      {!disabled && (
        <Button type="link" size="small" style={{ marginTop: 8, paddingInline: 0 }} disabled={monday.length === 0} onClick={() => onChange({ ...week, tue: monday, wed: monday, thu: monday, fri: monday })}>
          {t('week.copy')}
        </Button>
      )}
    </>
  );
}
