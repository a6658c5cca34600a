import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { callChart } from './build/chart-plugin.ts';
import { compressedAssets } from './build/compress-plugin.ts';

const service = process.env['SERVICE_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), callChart(), compressedAssets()],
  // The service puts a new nonce in this place for every page it sends.
  html: { cspNonce: '__CSP_NONCE__' },
  // Browsers that know `light-dark()` themselves.
  build: { target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  server: {
    proxy: {
      '/api': { target: service },
      '/twilio': { target: service, ws: true },
    },
  },
});
