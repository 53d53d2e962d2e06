import { Form, Input, Select, TreeSelect } from 'antd';
import { useWord } from '@/shared/words';
import { treeOf, usePlaces } from './places';
import { STAFF_ROLES } from './roles';
import { peopleTexts } from './texts';

/** The fields of a person but the sign-in; `at` is where they stand in the form. */
export function PersonFieldItems({ at = [] }: { at?: readonly string[] }) {
  const t = peopleTexts.useT();
  const word = useWord();
  const places = usePlaces();
  const required = { required: true, message: t('missing') };
  const name = (field: string) => [...at, field];
  return (
    <>
      <Form.Item name={name('name')} label={t('field.name')} rules={[{ ...required, whitespace: true }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name={name('roles')} label={t('field.roles')} rules={[required]}>
        <Select mode="multiple" options={STAFF_ROLES.map((role) => ({ value: role, label: word('role', role) }))} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name={name('org')} label={t('field.org')} rules={[required]}>
        <TreeSelect treeData={treeOf(places)} treeDefaultExpandAll showSearch treeNodeFilterProp="title" />
      </Form.Item>
      <Form.Item name={name('phone')} label={t('field.phone')}><Input type="tel" maxLength={40} /></Form.Item>
      <Form.Item name={name('email')} label={t('field.email')}><Input type="email" maxLength={254} /></Form.Item>
      <Form.Item name={name('skills')} label={t('field.skills')} extra={t('field.skillsHint')}><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} /></Form.Item>
      <Form.Item name={name('areas')} label={t('field.areas')} extra={t('field.areasHint')}><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、']} /></Form.Item>
      <Form.Item name={name('language')} label={t('field.language')}>
        <Select options={[{ value: 'zh', label: t('language.zh') }, { value: 'en', label: t('language.en') }]} />
      </Form.Item>
    </>
  );
}
