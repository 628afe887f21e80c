import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { fetchPages, router } from './router.tsx';
import { applyTheme } from './shell/theme.ts';

applyTheme();
const place = document.getElementById('root');
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );

/** After this time the page that was asked for has what it needs. */
const QUIET = 1000;
window.addEventListener('load', () => setTimeout(fetchPages, QUIET));
