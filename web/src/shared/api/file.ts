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

/** Fetches a file, with the name it is kept under. */
export async function fetchFile(path: string): Promise<{ response: Response; name: string }> {
  let response: Response;
  try {
    response = await globalThis.fetch(path, { headers: { 'X-Jiannuo': '1', 'Accept-Language': currentLanguage() }, credentials: 'same-origin' });
  } catch {
    throw new ApiProblem(0, undefined);
  }
  if (!response.ok) throw await problemFrom(response);
  return { response, name: nameIn(response.headers.get('Content-Disposition') ?? '') };
}

/** The name of a file as its header says it. */
function nameIn(disposition: string): string {
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'export.xlsx';
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
