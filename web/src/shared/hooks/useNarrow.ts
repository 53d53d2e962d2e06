import { Grid } from 'antd';

/** Whether the page is a phone's or a narrow window's: below 768 px. */
export function useNarrow(): boolean {
  const screens = Grid.useBreakpoint();
  return screens.md === false || (screens.md === undefined && globalThis.innerWidth < 768);
}
