import { Form, Radio, Rate, Select } from 'antd';
import type { ReactNode } from 'react';
import { after, happened, InstantPicker } from '@/shared/components/InstantPicker';
import { formatShortInstant } from '@/shared/format';
import { useWord } from '@/shared/words';
import { useCaseWord } from '../caseWordTexts';
import { useFactWords } from '../factWords';
import { LevelRadio } from '../LevelRadio';
import type { ActionName, Case } from '../model';
import { slipTexts } from '../slipTexts';
import { caseTexts } from '../texts';
import { usePeople } from '../usePeople';
import { CAUSE_WORDS, DOCUMENT_WORDS, FIELD_WORDS } from '../wordLists';
import { Closing } from './Closing';

const PAUSES = ['waiting_for_customer', 'customer_rescheduled', 'no_access', 'waiting_for_quote_acceptance', 'waiting_for_part', 'waiting_for_supplier', 'force_majeure'] as const;
const STANDINGS = ['in_warranty', 'in_contract', 'out_of_warranty'] as const;

function codes(list: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(list).map((key) => key.slice(key.indexOf('.') + 1));
}

/** The fields of its own that an action needs besides proof and words. */
export function Particulars({ shown, action, error }: { shown: Case; action: ActionName; error?: unknown }): ReactNode {
  const t = caseTexts.useT();
  const s = slipTexts.useT();
  const word = useWord();
  const caseWord = useCaseWord();
  const people = usePeople();
  const factWords = useFactWords(shown);
  const rules = [{ required: true, message: t('act.missing') }];
  const choose = (list: Readonly<Record<string, unknown>>, group: 'cause' | 'document' | 'field') => codes(list).map((code) => ({ value: code, label: caseWord(group, code) }));
  const facts = shown.timeline
    .filter((fact) => !fact.withdrawn && fact.fact.fact !== 'time_corrected' && fact.fact.fact !== 'withdrawn' && (action === 'correct_time' || fact.fact.fact !== 'reported'))
    .map((fact) => ({ value: fact.id, label: `${formatShortInstant(fact.happened_at)} ${factWords(fact.fact).title}` }));
  switch (action) {
    case 'grade':
      return <Grading shown={shown} />;
    case 'agree_visit':
      return <Form.Item name="agreed_at" label={t('act.agreed')} dependencies={['at']} rules={[...rules, after('at', s('agreed.past'))]}><InstantPicker only="future" /></Form.Item>;
    case 'assign_crew':
      return <Form.Item name="crew" label={t('act.crew')} rules={rules}><Select mode="multiple" options={people.options} optionFilterProp="label" /></Form.Item>;
    case 'decide_cause':
      return <Form.Item name="cause" label={t('act.cause')} rules={rules}><Select showSearch optionFilterProp="label" options={choose(CAUSE_WORDS, 'cause')} /></Form.Item>;
    case 'rate':
      return <Form.Item name="stars" label={t('act.stars')} rules={rules}><Rate /></Form.Item>;
    case 'deliver_report':
      return (
        <>
          <Form.Item name="document" label={t('act.document')} rules={rules}><Select options={choose(DOCUMENT_WORDS, 'document')} /></Form.Item>
          <Form.Item name="fields" label={t('act.fields')}><Select mode="multiple" optionFilterProp="label" options={choose(FIELD_WORDS, 'field')} /></Form.Item>
        </>
      );
    case 'pause':
      return <Form.Item name="reason" label={t('act.pause')} rules={rules}><Select options={PAUSES.map((value) => ({ value, label: word('pause', value) }))} /></Form.Item>;
    case 'resume':
      return <Form.Item name="reason" label={t('act.resume')} rules={rules} {...(shown.status.paused_for.length === 1 && { initialValue: shown.status.paused_for[0] })}><Select options={shown.status.paused_for.map((value) => ({ value, label: word('pause', value) }))} /></Form.Item>;
    case 'change_context':
      return (
        <>
          <Form.Item name="standing" label={t('act.standing')} initialValue={shown.context.standing ?? undefined}><Select allowClear options={STANDINGS.map((value) => ({ value, label: caseWord('standing', value) }))} /></Form.Item>
          <Named name="region" label={t('coverage.region')} choices={shown.choices.regions} current={shown.context.region} />
          <Named name="service_level" label={t('coverage.level')} choices={shown.choices.service_levels} current={shown.context.service_level} />
          <Named name="question" label={t('coverage.question')} choices={shown.choices.questions} current={shown.context.question} />
        </>
      );
    case 'close':
      return <Closing shown={shown} error={error} />;
    case 'excuse': {
      const broken = shown.obligations.filter(({ state }) => state === 'broken' || state === 'fulfilled_late');
      return (
        <Form.Item name="promise" label={t('act.promise')} rules={rules}>
          <Select options={broken.map(({ clause, cycle, heading }) => ({ value: `${clause} ${cycle}`, label: t('act.promiseOf', { heading, cycle }) }))} />
        </Form.Item>
      );
    }
    case 'correct_time':
      return (
        <>
          <Form.Item name="event" label={t('act.fact')} rules={rules}><Select options={facts} /></Form.Item>
          <Form.Item name="to" label={t('act.to')} rules={[...rules, happened(s('at.future'))]}><InstantPicker only="past" /></Form.Item>
        </>
      );
    case 'withdraw':
      return <Form.Item name="event" label={t('act.fact')} rules={rules}><Select options={facts} /></Form.Item>;
    default:
      return null;
  }
}

type NamedProps = { name: string; label: string; choices: Case['choices']['regions']; current: string | null | undefined };

/** One of the names the plan gives; a plan that makes no difference asks nothing. */
function Named({ name, label, choices, current }: NamedProps) {
  if (choices.length === 0) return null;
  return <Form.Item name={name} label={label} initialValue={current ?? undefined}><Select allowClear options={choices.map(({ id, label: text }) => ({ value: id, label: text }))} /></Form.Item>;
}

/** The plan's questions; the answers decide the level unless a person decides otherwise, with a reason. */
function Grading({ shown }: { shown: Case }) {
  const t = caseTexts.useT();
  if (!shown.grading) return null;
  const { questions, levels } = shown.grading;
  return (
    <>
      {questions.map(({ id, label }) => (
        <Form.Item key={id} name={['answers', id]} label={label} rules={[{ required: true, message: t('act.unanswered') }]}>
          <Radio.Group options={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]} />
        </Form.Item>
      ))}
      {questions.length > 0 ? (
        <Form.Item name="severity" label={t('act.level')} extra={t('act.levelHint')}><Select allowClear options={levels.map(({ id, label }) => ({ value: id, label }))} /></Form.Item>
      ) : (
        <Form.Item name="severity" label={t('act.level')} rules={[{ required: true, message: t('act.missing') }]}><LevelRadio levels={levels} /></Form.Item>
      )}
    </>
  );
}
