import { Form, Input, Radio, Segmented, Select } from 'antd';
import styles from './cases.module.css';
import type { IntakePlan, IntakeValues } from './intake';
import { LevelRadio } from './LevelRadio';
import { caseTexts } from './texts';

/** The plan's questions that decide the level, and the level they give; a person may decide otherwise, with a reason. A plan without questions shows its levels to choose from. */
export function IntakeGrade({ plan }: { plan: IntakePlan }) {
  const t = caseTexts.useT();
  const form = Form.useFormInstance<IntakeValues>();
  const grading = Form.useWatch('grading', form);
  const chosen = Form.useWatch('severity', form);
  const answers = Form.useWatch('answers', form);
  if (plan.levels.length === 0) return null;
  const level = plan.levels.find(({ id }) => id === plan.level);
  const asks = plan.grading.length > 0;
  const isAnswered = asks && plan.grading.every(({ id }) => answers?.[id]);
  return (
    <>
      <Form.Item name="grading" label={t('intake.grade')} {...(grading === 'now' && asks && { extra: t('intake.gradeHint') })}>
        <Segmented options={[{ value: 'later', label: t('intake.gradeLater') }, { value: 'now', label: t('intake.gradeNow') }]} />
      </Form.Item>
      {grading === 'now' && (
        <>
          {plan.grading.map(({ id, label }) => (
            <Form.Item key={id} name={['answers', id]} label={label} rules={[{ required: true, message: t('act.unanswered') }]}>
              <Radio.Group options={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]} />
            </Form.Item>
          ))}
          {isAnswered && level && !chosen && <p style={{ marginBottom: 12 }}><strong>{t('intake.byAnswers', { level: level.label })}</strong>{level.meaning && <small className={styles['soft']}> {level.meaning}</small>}</p>}
          {asks ? (
            <Form.Item name="severity" label={t('intake.levelOther')} {...(chosen && level?.meaning && { extra: level.meaning })}>
              <Select allowClear style={{ maxWidth: 320 }} options={plan.levels.map(({ id, label }) => ({ value: id, label }))} />
            </Form.Item>
          ) : (
            <Form.Item name="severity" label={t('act.level')} extra={t('intake.levelAlone')} rules={[{ required: true, message: t('act.missing') }]}><LevelRadio levels={plan.levels} /></Form.Item>
          )}
          {chosen && (
            <Form.Item name="reason" label={t(asks ? 'intake.levelReason' : 'intake.levelBecause')}><Input maxLength={2000} /></Form.Item>
          )}
        </>
      )}
    </>
  );
}
