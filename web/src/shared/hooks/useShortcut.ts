import { useEffect, useRef, useSyncExternalStore } from 'react';

export type Shortcut = { key: string; label: string };

type Entry = Shortcut & { run: () => void };

let entries: Entry[] = [];
const listeners = new Set<() => void>();

function setEntries(next: Entry[]): void {
  entries = next;
  listeners.forEach((listener) => listener());
}

/** Fields that take no letters: after a click on one of them the keys of the page still answer. */
const WITHOUT_LETTERS = ['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'image', 'range', 'color'];

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && WITHOUT_LETTERS.includes(target.type)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** The key as it is listed: a letter whatever the caps lock says, and also where an input method is on and keeps it for itself. */
function keyOf(event: KeyboardEvent): string {
  const code = /^Key([A-Z])$/.exec(event.code)?.[1];
  const letter = /^[a-zA-Z]$/.test(event.key) ? event.key : event.key === 'Process' ? code : undefined;
  if (letter === undefined) return event.key;
  return event.shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

/** Enter presses the button that has the focus, whatever else it means on the page. */
function isPressing(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button, a, [role="button"]') !== null;
}

function isBehindDialog(): boolean {
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some(isShown);
}

/** A dialog that was closed may stay in the document, out of sight. */
function isShown(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).display === 'none') return false;
  }
  return true;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || isPressing(event) || isBehindDialog()) return;
  const key = keyOf(event);
  // The page opened last answers first.
  const entry = entries.findLast((candidate) => candidate.key === key);
  if (!entry) return;
  event.preventDefault();
  entry.run();
}

/** A single key that does something on this page, listed under `?`. Quiet while somebody types or a dialog is open. */
export function useShortcut(key: string, label: string, run: () => void, enabled: 'enabled' | 'disabled' = 'enabled'): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (enabled === 'disabled') return undefined;
    if (entries.length === 0) window.addEventListener('keydown', onKeyDown);
    const entry: Entry = { key, label, run: () => latest.current() };
    setEntries([...entries, entry]);
    return () => {
      setEntries(entries.filter((candidate) => candidate !== entry));
      if (entries.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [key, label, enabled]);
}

export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
}
