import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select, Space } from 'antd';
import { fieldTexts } from './fieldTexts';
import { formTexts } from './texts';
import { useCalendars } from './useCalendars';
import { useWords } from './useWords';
import { LegalProductSelect } from '@/shared/components/LegalProductSelect';
import { CHARGES } from '@/shared/words/charges';
import { partName } from '@/shared/words/partName';
import { AskedInput } from './AskedInput';
import { useNames } from './Context';
import { Step, useFault } from './Faults';
import { ClassInput } from './ClassInput';
import { DiscountInput } from './DiscountInput';
import { LimitInput } from './LimitInput';
import { inOrder } from './order';
import { ScaledInput } from './ScaledInput';
import { blankEntry, blankField, blankVariant, choiceOf, optional, refName, resolved, STARTS, type Choice, type Schema } from './schema';
import styles from './form.module.css';

/** `left` says whether the field may be left out: the server then takes what is usual. */
export type FieldProps = { name: string; schema: Schema; value: unknown; onChange: (value: unknown) => void; left?: 'out' };

const LIMITS = new Set(['limit', 'target', 'within']);
const ASKED_TEXTS = new Set(['address', 'hours', 'places', 'rates']);
const LONG = new Set(['text', 'meaning', 'question', 'reason']);
/** Shown by the card around the field, or of no use to people. */
const HIDDEN = new Set(['source']);

/** What a field of a plan is called; one without a word is shown by its code. */
function useLabel(): (name: string) => string {
  const t = fieldTexts.useT();
  return (name) => {
    const key = `field.${name}`;
    return fieldTexts.has(key) ? t(key) : name;
  };
}

/** The label of a field; `required` says in a word that it cannot be left out. */
export function Labelled({ name, children }: { name: string; children: React.ReactNode }) {
  const label = useLabel();
  const fault = useFault(name);
  return (
    <div className={styles['field']} {...(fault !== undefined && { 'data-fault': name })}>
      <span className={styles['label']}>{label(name)}</span>
      <div>
        <Step to={name}>{children}</Step>
        {fault !== undefined && <p className={styles['fault']}>{fault}</p>}
      </div>
    </div>
  );
}

/** One value of a plan, whatever its kind, drawn from the schema the server publishes. */
export function SchemaField({ name, schema, value, onChange, left }: FieldProps) {
  const { schema: inner, nullable } = optional(schema);
  if (nullable && value === undefined) return <Absent name={name} schema={inner} onChange={onChange} />;
  const field = <PresentField name={name} schema={inner} value={value} onChange={onChange} {...(left && { left })} />;
  return nullable ? <Removable onRemove={() => onChange(undefined)}>{field}</Removable> : field;
}

function Absent({ name, schema, onChange }: { name: string; schema: Schema; onChange: (value: unknown) => void }) {
  const t = formTexts.useT();
  return <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => onChange(blankField(name, schema))}>{t('form.add')}</Button>;
}

function Removable({ children, onRemove }: { children: React.ReactNode; onRemove: () => void }) {
  const t = formTexts.useT();
  return (
    <div className={styles['removable']}>
      <div>{children}</div>
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('form.remove')} title={t('form.remove')} onClick={onRemove} />
    </div>
  );
}

function PresentField({ name, schema, value, onChange, left }: FieldProps) {
  const label = useLabel();
  if (refName(schema) === 'AskedNumber') return <AskedNumber name={name} value={value} onChange={onChange} />;
  if (refName(schema) === 'AskedCharge') return <AskedCharge name={name} value={value} onChange={onChange} />;
  if (refName(schema) === 'ComponentClass') return <ClassInput label={label(name)} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
  const shape = resolved(schema);
  const choice = choiceOf(shape);
  if (choice) return <ChoiceField choice={choice} name={name} value={value} onChange={onChange} />;
  if (shape.enum) return <WordField name={name} words={shape.enum as string[]} value={value} onChange={onChange} {...(left && { left })} />;
  if (shape.properties) return <ObjectField shape={shape} value={value} onChange={onChange} />;
  if (shape.type === 'array') return <ListField name={name} items={shape.items ?? {}} value={value} onChange={onChange} />;
  if (shape.type === 'integer') return <ScaledInput name={name} label={label(name)} value={value} onChange={onChange} />;
  return <TextField name={name} value={value} onChange={onChange} />;
}

function AskedNumber({ name, value, onChange }: Omit<FieldProps, 'schema'>) {
  const label = useLabel();
  return (
    <AskedInput label={label(name)} value={value} blank={1} onChange={onChange}>
      <ScaledInput name={name} label={label(name)} value={value} onChange={onChange} />
    </AskedInput>
  );
}

function AskedCharge({ name, value, onChange }: Omit<FieldProps, 'schema'>) {
  const label = useLabel();
  return (
    <AskedInput label={label(name)} value={value} blank={CHARGES[0]} onChange={onChange}>
      <WordField name={name} words={CHARGES} value={value} onChange={onChange} />
    </AskedInput>
  );
}

function TextField({ name, value, onChange }: Omit<FieldProps, 'schema'>) {
  const label = useLabel();
  const text = typeof value === 'string' ? value : '';
  const names = useNames(name);
  if (LIMITS.has(name) || name === 'term') {
    const start = STARTS[name] ?? '';
    return (
      <AskedInput label={label(name)} value={value} blank={start} onChange={onChange}>
        <LimitInput label={label(name)} term={name === 'term'} value={text || start} onChange={onChange} />
      </AskedInput>
    );
  }
  if (names) return <Select value={text || undefined} aria-label={label(name)} options={names} style={{ width: '100%' }} onChange={onChange} />;
  if (name === 'calendar' || name === 'hours') return <CalendarField name={name} value={text} onChange={onChange} />;
  if (name === 'legal_product') return <LegalProductSelect value={text || null} aria-label={label(name)} onChange={(next) => onChange(next ?? undefined)} />;
  const input = LONG.has(name)
    ? <Input.TextArea value={text} aria-label={label(name)} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={40_000} onChange={(event) => onChange(event.target.value)} />
    : <Input value={text} aria-label={label(name)} onChange={(event) => onChange(event.target.value)} />;
  if (!ASKED_TEXTS.has(name)) return input;
  return <AskedInput label={label(name)} value={value} blank={STARTS[name] ?? ''} onChange={onChange}>{input}</AskedInput>;
}

/** A calendar by its name in the language in use, one of those the company keeps. */
function CalendarField({ name, value, onChange }: { name: string; value: string; onChange: (value: unknown) => void }) {
  const label = useLabel();
  const { options, nameOf } = useCalendars();
  const isListed = value === '' || options.some((option) => option.value === value);
  const select = (
    <Select
      value={value || undefined}
      aria-label={label(name)}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      options={isListed ? options : [{ value, label: nameOf(value) }, ...options]}
      onChange={onChange}
    />
  );
  if (!ASKED_TEXTS.has(name)) return select;
  return <AskedInput label={label(name)} value={value} blank={STARTS[name] ?? ''} onChange={onChange}>{select}</AskedInput>;
}

type WordProps = { name: string; words: readonly string[]; value: unknown; onChange: (value: unknown) => void; left?: 'out' };

function WordField({ name, words, value, onChange, left }: WordProps) {
  const label = useLabel();
  const t = formTexts.useT();
  const word = useWords();
  return (
    <Select
      value={typeof value === 'string' ? value : undefined}
      aria-label={label(name)}
      showSearch={{ optionFilterProp: 'label' }}
      {...(left && { allowClear: true, placeholder: t('form.usual') })}
      style={{ width: '100%' }}
      options={words.map((one) => ({ value: one, label: word(one, name) }))}
      onChange={onChange}
    />
  );
}

function ChoiceField({ choice, name, value, onChange }: { choice: Choice; name: string; value: unknown; onChange: (value: unknown) => void }) {
  const label = useLabel();
  const word = useWords();
  const chosen = variantOf(choice, value);
  const rest = chosen?.schema;
  return (
    <div className={styles['choice']}>
      <Select
        value={chosen?.word}
        aria-label={label(name)}
        style={{ width: '100%' }}
        options={choice.variants.map((variant) => ({ value: variant.word, label: word(variant.word) }))}
        onChange={(next: string) => {
          const variant = choice.variants.find((one) => one.word === next);
          if (variant) onChange(blankVariant(choice, variant));
        }}
      />
      {rest && choice.by === 'tag' && <Inside tag={choice.tag} shape={rest} value={value} onChange={onChange} />}
      {rest && choice.by === 'name' && Object.keys(rest).length > 0 && chosen && (
        <Step to={chosen.word}><SchemaField name={chosen.word} schema={rest} value={(value as Record<string, unknown>)[chosen.word]} onChange={(next) => onChange({ [chosen.word]: next })} /></Step>
      )}
    </div>
  );
}

/** What a chosen variant holds: its fields, and the choice by which it is told apart further. */
function Inside({ tag, shape, value, onChange }: { tag: string; shape: Schema; value: unknown; onChange: (value: unknown) => void }) {
  const label = useLabel();
  const nested = choiceOf(shape);
  if (nested?.by !== 'tag') return <ObjectField shape={shape} value={value} onChange={onChange} without={tag} />;
  const word = (value as Record<string, unknown>)[tag];
  return (
    <div className={styles['object']}>
      <div className={styles['field']}>
        <span className={styles['label']}>{label(nested.tag)}</span>
        <ChoiceField choice={nested} name={nested.tag} value={value} onChange={(next) => onChange({ ...(next as object), [tag]: word })} />
      </div>
    </div>
  );
}

function variantOf(choice: Choice, value: unknown) {
  if (typeof value === 'string') return choice.variants.find((variant) => variant.word === value);
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  return choice.variants.find((variant) => (choice.by === 'tag' ? fields[choice.tag] === variant.word : variant.word in fields));
}

function ObjectField({ shape, value, onChange, without }: { shape: Schema; value: unknown; onChange: (value: unknown) => void; without?: string }) {
  const fields = (value ?? {}) as Record<string, unknown>;
  const label = useLabel();
  const shown = inOrder(Object.entries(shape.properties ?? {}).filter(([name]) => name !== without && !HIDDEN.has(name)));
  return (
    <div className={styles['object']}>
      {shown.map(([name, schema]) => (
        <Labelled key={name} name={name}>
          {name === 'suggested' && fields['answer'] === 'basis_points'
            ? <DiscountInput label={label(name)} value={fields[name] as string | undefined} onChange={(next) => onChange(withField(fields, name, next))} />
            : name === 'suggested' && fields['answer'] === 'charge'
            ? <WordField name={name} words={CHARGES} value={fields[name]} left="out" onChange={(next) => onChange(withField(fields, name, next))} />
            : <SchemaField name={name} schema={schema} value={fields[name]} onChange={(next) => onChange(withField(fields, name, next))} {...(!shape.required?.includes(name) && { left: 'out' })} />}
        </Labelled>
      ))}
    </div>
  );
}

function withField(fields: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...rest } = fields;
  return value === undefined ? rest : { ...fields, [name]: value };
}

function ListField({ name, items, value, onChange }: { name: string; items: Schema; value: unknown; onChange: (value: unknown) => void }) {
  const label = useLabel();
  const t = formTexts.useT();
  const word = useWords();
  const names = useNames(name);
  const shape = resolved(items);
  const list = Array.isArray(value) ? value : [];
  if (shape.enum || shape.type === 'string') {
    const known = shape.enum ? (shape.enum as string[]) : undefined;
    const isFree = !known && !names;
    // What was typed freely may be a code that has a word, such as the class of a component.
    const options = names ?? (known ?? (list as string[])).map((one) => ({ value: one, label: partName(one) ?? word(one) }));
    return <Select mode={isFree ? 'tags' : 'multiple'} value={list as string[]} aria-label={label(name)} placeholder={t('form.none')} style={{ width: '100%' }} options={options} onChange={onChange} />;
  }
  if (shape.type === 'integer') {
    return <Select mode="tags" value={list.map(String)} aria-label={label(name)} style={{ width: '100%' }} onChange={(next: string[]) => onChange(next.map(Number).filter((one) => Number.isInteger(one)).toSorted((a, b) => a - b))} />;
  }
  const put = (index: number, next: unknown) => onChange(list.map((one: unknown, at) => (at === index ? next : one)));
  return (
    <div className={styles['list']}>
      {list.map((one: unknown, index) => (
        // The entries of a list have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles['entry']}>
          <Step to={index}><SchemaField name={name} schema={items} value={one} onChange={(next) => put(index, next)} /></Step>
          <Space size={0} orientation="vertical">
            <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={t('form.up')} disabled={index === 0} onClick={() => onChange(moved(list, index, index - 1))} />
            <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={t('form.down')} disabled={index === list.length - 1} onClick={() => onChange(moved(list, index, index + 1))} />
            <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={t('form.remove')} onClick={() => onChange(list.filter((_, at) => at !== index))} />
          </Space>
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={() => onChange([...list, blankEntry(items, list)])}>{t('form.add')}</Button>
    </div>
  );
}

/** The list with one entry in another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}
