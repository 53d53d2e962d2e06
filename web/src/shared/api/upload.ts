import { currentLanguage } from '@/shared/i18n';
import { ApiProblem, type ProblemBody } from './problem';

/** A file the server keeps; forms send its id. */
export type StoredFile = { id: string; name: string };

/** Sends one file's bytes to `address`, which may say more about it in its query. XMLHttpRequest, because fetch does not tell how much has left. */
export function sendFile(address: string, file: File, onProgress: (percent: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const joint = address.includes('?') ? '&' : '?';
    request.open('POST', `${address}${joint}name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.setRequestHeader('X-Jiannuo', '1');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as StoredFile);
      else reject(new ApiProblem(request.status, (request.response as ProblemBody | null) ?? undefined));
    });
    request.addEventListener('error', () => reject(new ApiProblem(0, undefined)));
    request.send(file);
  });
}
