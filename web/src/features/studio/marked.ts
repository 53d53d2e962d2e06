/** Words somebody marked in the document, counted in Unicode characters. */
export type Words = { quote: string; from: number; to: number };

/** The words the selection covers, trimmed; nothing where it is empty or leaves the document. */
export function marked(pane: HTMLElement | null, text: string): Words | undefined {
  const selection = globalThis.getSelection();
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const from = placeOf(pane, range.startContainer, range.startOffset);
  const to = placeOf(pane, range.endContainer, range.endOffset);
  return from === undefined || to === undefined ? undefined : words(text, from, to);
}

/** The words between two places of a text, without the blanks around them. */
export function words(text: string, from: number, to: number): Words | undefined {
  const chars = [...text];
  let [start, end] = from < to ? [from, to] : [to, from];
  while (start < end && /\s/.test(chars[start] ?? '')) start += 1;
  while (end > start && /\s/.test(chars[end - 1] ?? '')) end -= 1;
  return start < end ? { quote: chars.slice(start, end).join(''), from: start, to: end } : undefined;
}

/** The character a place of the page stands for: each stretch of text says where it begins. */
function placeOf(pane: HTMLElement, node: Node, offset: number): number | undefined {
  if (!pane.contains(node)) return undefined;
  if (node.nodeType === Node.TEXT_NODE) {
    const stretch = node.parentElement?.closest('[data-from]');
    if (stretch) return Number(stretch.getAttribute('data-from')) + length(node.textContent?.slice(0, offset));
  }
  // A whole stretch: its first character, or the one behind its last.
  const whole = node instanceof Element ? node.closest('[data-from]') : null;
  if (whole) return Number(whole.getAttribute('data-from')) + (offset === 0 ? 0 : length(whole.textContent));
  // Between stretches, or in a label: the end of what was before.
  let last: number | undefined;
  for (const stretch of pane.querySelectorAll('[data-from]')) {
    const after = node.compareDocumentPosition(stretch) & Node.DOCUMENT_POSITION_FOLLOWING;
    const inside = node.contains(stretch) && node !== stretch;
    const child = node.childNodes[offset];
    if (inside ? child && (child.compareDocumentPosition(stretch) & Node.DOCUMENT_POSITION_FOLLOWING || child.contains(stretch)) : after) break;
    last = Number(stretch.getAttribute('data-from')) + length(stretch.textContent);
  }
  return last ?? 0;
}

/** Characters, not halves of them. */
function length(text: string | null | undefined): number {
  return [...(text ?? '')].length;
}
