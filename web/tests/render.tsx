import { render as renderBare, type RenderResult } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';

function Frame({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}

/** Renders inside the library's settings of the app, without motion. */
export function render(ui: ReactNode): RenderResult {
  return renderBare(ui, { wrapper: Frame });
}
