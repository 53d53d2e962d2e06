import { App, Form, Input, Modal } from 'antd';
import { happened, InstantPicker } from '@/shared/components/InstantPicker';
import { useFieldProblems } from '@/shared/components/FieldErrors';
import { ProblemAlert } from '@/shared/components/states';
import { useCaseWord } from '../caseWordTexts';
import type { ActionName, Case } from '../model';
import { slipTexts } from '../slipTexts';
import { caseTexts } from '../texts';
import { useAct } from '../useActs';
import { commandOf, type ActValues } from './command';
import { Particulars } from './Particulars';
import { ProofFields } from './ProofFields';
import { useSignature } from './useSignature';

type Props = { shown: Case; action: ActionName; event?: string; onClose: () => void };

/** Everything one action needs: its particulars, proof, words, and when it happened. */
export function ActDialog({ shown, action, event, onClose }: Props) {
  const t = caseTexts.useT();
  const word = useCaseWord();
  const { message } = App.useApp();
  const [form] = Form.useForm<ActValues>();
  const { take, error, isBusy } = useAct(shown);
  const { withSignature, unsent } = useSignature(`/api/cases/${shown.id}/files`);
  const rest = useFieldProblems(form, unsent ?? error, 'do');
  const rule = shown.actions.find(({ name }) => name === action);
  const proofs = rule?.proof_any_of ?? [];
  const isCorrection = action === 'correct_time' || action === 'withdraw';
  const submit = async (values: ActValues) => {
    try {
      await take(commandOf(action, await withSignature(values), shown));
      void message.success(t('act.done', { action: word('action', action) }));
      onClose();
    } catch {
      // The refusal is shown in the dialog.
    }
  };
  const noteLabel = action === 'close' ? t('act.word') : rule?.needs_note && (isCorrection || ['excuse', 'cancel', 'reopen', 'change_context'].includes(action)) ? t('act.reason') : t('act.note');
  return (
    <Modal
      open
      width={560}
      title={word('action', action)}
      okText={word('action', action)}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isBusy, danger: action === 'cancel' || action === 'withdraw' }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ event }} onFinish={(values) => void submit(values)} scrollToFirstError>
        <Particulars shown={shown} action={action} error={error} />
        {proofs.length > 0 && <ProofFields shown={shown} kinds={proofs} />}
        <Form.Item name="note" label={noteLabel} rules={[{ required: rule?.needs_note ?? false, whitespace: true, message: t('act.missing') }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={40_000} />
        </Form.Item>
        {!isCorrection && <Form.Item name="at" label={t('act.at')} extra={t('act.atHint')} rules={[happened(slipTexts.t('at.future'))]}><InstantPicker only="past" /></Form.Item>}
        <ProblemAlert error={rest} />
      </Form>
    </Modal>
  );
}
