const MOBILE = /^(1[\d*]{2})([\d*]{4})([\d*]{4})$/;
const SERVICE = /^([48]00)([\d*]{3})([\d*]{4})$/;
/** The three-digit areas are Beijing and those that begin with 02; all others have four digits. */
const LANDLINE = /^(010|02\d|0[3-9]\d[\d*])([\d*]{3,4})([\d*]{4})$/;

/**
 * `138 0013 8000`, `010 8888 6666`, `0571 8888 6666-8012`, `400 820 0000`, however it was typed; a number the server masked
 * (`138******00`) keeps its stars. Anything else, such as a number abroad, stays as it is.
 */
export function formatPhone(phone: string): string {
  const compact = phone.replace(/[\s()]/g, '');
  const [, main = '', extension] = /^(.*)-(\d{1,6})$/.exec(compact) ?? [];
  return grouped(compact.replaceAll('-', '')) ?? (extension && grouped(main.replaceAll('-', ''), `-${extension}`)) ?? phone;
}

function grouped(digits: string, extension = ''): string | undefined {
  const found = MOBILE.exec(digits) ?? SERVICE.exec(digits) ?? LANDLINE.exec(digits);
  return found ? `${found.slice(1).join(' ')}${extension}` : undefined;
}
