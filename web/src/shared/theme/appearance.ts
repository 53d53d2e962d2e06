import { useSyncExternalStore } from 'react';
import { cssVariables, type Appearance } from './tokens';

export type AppearanceChoice = Appearance | 'system';

const STORE_KEY = 'jiannuo.appearance';
const listeners = new Set<() => void>();
const darkSystem = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

let choice: AppearanceChoice = readChoice();

function readChoice(): AppearanceChoice {
  try {
    const stored = localStorage.getItem(STORE_KEY);
    return stored === 'dark' || stored === 'light' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** While a page is printed it is light: dark ink on white paper. */
let isOnPaper = false;

function appearance(): Appearance {
  if (isOnPaper) return 'light';
  if (choice !== 'system') return choice;
  return darkSystem?.matches ? 'dark' : 'light';
}

function announce(): void {
  paint();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Writes the palette to the document, before the first frame and after every change. */
export function paint(): void {
  const root = document.documentElement;
  root.dataset['appearance'] = appearance();
  root.style.colorScheme = appearance();
  Object.entries(cssVariables(appearance())).forEach(([name, value]) => root.style.setProperty(name, value));
}

export function chooseAppearance(next: AppearanceChoice): void {
  choice = next;
  try {
    localStorage.setItem(STORE_KEY, next);
  } catch {
    // Private windows may refuse to store; the choice then lasts for this page.
  }
  announce();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, appearance);
}

export function useAppearanceChoice(): AppearanceChoice {
  return useSyncExternalStore(subscribe, () => choice);
}

darkSystem?.addEventListener?.('change', announce);
globalThis.addEventListener?.('beforeprint', changePaper);
globalThis.addEventListener?.('afterprint', changePaper);

function changePaper({ type }: Event): void {
  isOnPaper = type === 'beforeprint';
  announce();
}
