import { useCallback } from 'react';

/** As narrow as the sheet can be drawn without tearing its lines. */
const NARROWEST_PX = 640;

/** Tells a sheet how much smaller it has to be drawn to show its whole width: `--scale`, at most 1. */
export function useScaled(): (sheet: HTMLElement | null) => (() => void) | undefined {
  return useCallback((sheet: HTMLElement | null) => {
    if (!sheet || !('ResizeObserver' in globalThis)) return undefined;
    const fit = () => sheet.style.setProperty('--scale', String(Math.min(1, sheet.clientWidth / NARROWEST_PX)));
    const watch = new ResizeObserver(fit);
    watch.observe(sheet);
    fit();
    return () => watch.disconnect();
  }, []);
}
