/** `138 0013 8000`; a number the server masked (`138****8000`) keeps its stars. */
export function formatPhone(phone: string): string {
  const compact = phone.replace(/[\s-]/g, '');
  return /^1[\d*]{10}$/.test(compact) ? `${compact.slice(0, 3)} ${compact.slice(3, 7)} ${compact.slice(7)}` : phone;
}
