import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { fetchFile, saveAs } from '@/shared/api/file';
import { ApiProblem } from '@/shared/api/problem';
import { componentTexts } from './texts';

/** Fetches a file in the language of the interface, which a plain link cannot ask for, and tells why when there is none. */
export function ExportButton({ href, children }: { href: string; children: string }) {
  const t = componentTexts.useT();
  const { message } = App.useApp();
  const [state, setState] = useState<'idle' | 'fetching'>('idle');
  const take = async () => {
    setState('fetching');
    try {
      const { response, name } = await fetchFile(href);
      await saveAs(response, name);
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : undefined;
      void message.error(problem?.isOffline ? t('problem.offline') : problem?.body?.title ?? t('problem.unknown'));
    } finally {
      setState('idle');
    }
  };
  return <Button icon={<DownloadOutlined />} loading={state === 'fetching'} onClick={() => void take()}>{children}</Button>;
}
