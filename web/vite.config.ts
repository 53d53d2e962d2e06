import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src', import.meta.url));
const server = process.env.JIANNUO_SERVER ?? 'http://127.0.0.1:8080';

/** Fonts of printed documents: the server embeds them with the web files, no page loads them. */
function documentFonts(): Plugin {
  const folder = new URL('./node_modules/@expo-google-fonts/noto-sans-sc/', import.meta.url);
  const files = {
    'fonts/NotoSansSC-Regular.ttf': '400Regular/NotoSansSC_400Regular.ttf',
    'fonts/NotoSansSC-Bold.ttf': '700Bold/NotoSansSC_700Bold.ttf',
    'fonts/OFL.txt': 'LICENSE_FONT',
  };
  return {
    name: 'document-fonts',
    apply: 'build',
    generateBundle() {
      for (const [fileName, from] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(from, folder)) });
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), documentFonts()],
  resolve: { alias: { '@': src } },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server } } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // Libraries change rarely: their own files stay in the browser's cache across releases.
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|openapi-|i18next|dayjs)/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 20_000,
  },
});
