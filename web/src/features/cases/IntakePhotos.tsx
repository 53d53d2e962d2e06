import { CameraOutlined } from '@ant-design/icons';
import { App, Button, Form, Upload } from 'antd';
import { sendFile } from '@/shared/api/upload';
import { problemTitle } from '@/shared/components/states';
import type { IntakePlan } from './intake';
import { slipTexts } from './slipTexts';

const LIMIT_MB = 50;
const BYTES_PER_MB = 1024 * 1024;

type Props = { plan: IntakePlan | null | undefined; photos: readonly File[]; onChange: (photos: File[]) => void };

/** Photos of a report, kept in the page until the case they belong to is there. The plan may require them; they may also follow later. */
export function IntakePhotos({ plan, photos, onChange }: Props) {
  const t = slipTexts.useT();
  const { message } = App.useApp();
  const clause = plan?.required.find(({ field }) => field === 'photos');
  const take = (_: File, chosen: File[]) => {
    const fits = chosen.filter(({ size }) => size <= LIMIT_MB * BYTES_PER_MB);
    for (const { name } of chosen.filter((file) => !fits.includes(file))) void message.error(t('photos.tooLarge', { name, size: LIMIT_MB }));
    // Asked once for each of the files that were chosen together.
    if (_ === chosen[0]) onChange([...photos, ...fits]);
    return false;
  };
  return (
    <Form.Item label={t('photos')} required={clause !== undefined} extra={clause?.heading ? t('photos.requiredBy', { heading: clause.heading }) : t('photos.hint')}>
      <Upload
        multiple
        accept="image/*"
        listType="picture"
        locale={{ removeFile: t('photos.remove') }}
        fileList={photos.map((file, index) => ({ uid: `${index} ${file.name} ${file.lastModified}`, name: file.name, originFileObj: file as never }))}
        beforeUpload={take}
        onRemove={({ originFileObj }) => onChange(photos.filter((file) => file !== (originFileObj as File | undefined)))}
      >
        <Button icon={<CameraOutlined />}>{t('photos.choose')}</Button>
      </Upload>
    </Form.Item>
  );
}

export type Unsent = { name: string; because: string };

/** Sends the photos of a report to its case, one after another, and tells which did not arrive and why. One that fails keeps none of the others back. */
export async function sendPhotos(id: string, photos: readonly File[]): Promise<Unsent[]> {
  const unsent: Unsent[] = [];
  for (const photo of photos) {
    try {
      await sendFile(`/api/cases/${id}/files`, photo, () => undefined);
    } catch (error) {
      unsent.push({ name: photo.name, because: problemTitle(error) });
    }
  }
  return unsent;
}
