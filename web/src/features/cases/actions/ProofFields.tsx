import { EnvironmentOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { SignaturePad, UploadBox } from '@/shared/components/record';
import { useCaseWord } from '../caseWordTexts';
import type { Case, Proof } from '../model';
import { caseTexts } from '../texts';

const MILLION = 1_000_000;

type Place = { latitude_micro: number; longitude_micro: number };

/** What proves it: one of the kinds that count, and any photos beside it. */
export function ProofFields({ shown, kinds }: { shown: Case; kinds: readonly Proof[] }) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const kind = Form.useWatch<Proof | undefined>(['proof', 'kind']);
  const rules = [{ required: true, message: t('act.missing') }];
  return (
    <>
      <Form.Item name={['proof', 'kind']} label={t('act.proof')} rules={rules}>
        <Radio.Group optionType="button" options={kinds.map((value) => ({ value, label: word('proof', value) }))} />
      </Form.Item>
      {kind === 'call' && <Form.Item name={['proof', 'phone']} label={t('act.phone')} rules={rules}><Input type="tel" /></Form.Item>}
      {kind === 'mail' && <Form.Item name={['proof', 'address']} label={t('act.mail')} rules={rules}><Input type="email" /></Form.Item>}
      {kind === 'word' && <Form.Item name={['proof', 'said']} label={t('act.said')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} /></Form.Item>}
      {kind === 'signature' && <Form.Item name={['proof', 'signer']} label={t('act.signer')} rules={rules}><Input /></Form.Item>}
      {kind === 'signature' && (
        <Form.Item name={['proof', 'drawn']} label={t('act.draw')} extra={t('act.drawHint')}>
          <SignaturePad label={t('act.draw')} clear={t('act.drawClear')} name={t('act.drawName')} />
        </Form.Item>
      )}
      {kind === 'check_in' && <Form.Item name={['proof', 'place']} rules={rules}><Locate /></Form.Item>}
      <Files shown={shown} kind={kind} />
    </>
  );
}

/** What can be seen as a signature; the server looks at what the file holds. */
const SIGNED = 'image/png,image/jpeg,image/webp,application/pdf';

function Files({ shown, kind }: { shown: Case; kind: Proof | undefined }) {
  const t = caseTexts.useT();
  const isSignature = kind === 'signature';
  const isNeeded = kind === 'file' || isSignature;
  return (
    <>
      <Form.Item
        name={['proof', 'files']}
        label={t(isSignature ? 'act.drawFiles' : 'act.files')}
        dependencies={[['proof', 'existing'], ['proof', 'kind'], ['proof', 'drawn']]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: unknown[] | undefined) => {
              const existing = getFieldValue(['proof', 'existing']) as unknown[] | undefined;
              const isGiven = value?.length || existing?.length || (isSignature && getFieldValue(['proof', 'drawn']));
              return !isNeeded || isGiven ? Promise.resolve() : Promise.reject(new Error(t(isSignature ? 'act.drawMissing' : 'act.missing')));
            },
          }),
        ]}
      >
        <UploadBox to={`/api/cases/${shown.id}/files`} {...(isSignature && { accept: SIGNED })} />
      </Form.Item>
      {shown.attachments.length > 0 && (
        <Form.Item name={['proof', 'existing']} label={t('act.existing')}>
          <Select mode="multiple" options={shown.attachments.map(({ id, name }) => ({ value: id, label: name }))} optionFilterProp="label" />
        </Form.Item>
      )}
    </>
  );
}

/** Takes the place from the browser, which asks the person first. */
function Locate({ value, onChange }: { value?: Place; onChange?: (place: Place) => void }) {
  const t = caseTexts.useT();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const locate = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onChange?.({ latitude_micro: Math.round(coords.latitude * MILLION), longitude_micro: Math.round(coords.longitude * MILLION) });
      },
      () => setState('failed'),
    );
  };
  return (
    <>
      <Button icon={<EnvironmentOutlined />} loading={state === 'asking'} onClick={locate}>{t('act.locate')}</Button>
      {value && <span style={{ marginInlineStart: 12 }}>{t('act.located', { place: `${value.latitude_micro / MILLION}, ${value.longitude_micro / MILLION}` })}</span>}
      {state === 'failed' && <div role="alert">{t('act.notLocated')}</div>}
    </>
  );
}
