import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/Providers';
import { createDeskRouter } from './app/router';
import { paint } from './shared/theme/appearance';
import './shared/theme/global.css';

paint();

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds the root element.');

createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={createDeskRouter()} />
    </Providers>
  </StrictMode>,
);
