import { currentLanguage } from '@/shared/i18n';
import { ApiProblem, problemFrom } from './problem';

/** Sends a file as it is. The generated client speaks JSON only. */
export async function sendFile(path: string, file: Blob): Promise<Response> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-Jiannuo': '1', 'Accept-Language': currentLanguage() };
  let response: Response;
  try {
    response = await globalThis.fetch(path, { method: 'POST', body: file, headers, credentials: 'same-origin' });
  } catch {
    throw new ApiProblem(0, undefined);
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}

/** Hands a downloaded answer to the browser as a file. */
export async function saveAs(response: Response, name: string): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
