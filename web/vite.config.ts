import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { callChart } from './build/chart-plugin.ts';

const service = process.env['SERVICE_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), callChart()],
  build: { target: 'es2022', sourcemap: false },
  server: {
    proxy: {
      '/api': { target: service },
      '/twilio': { target: service, ws: true },
    },
  },
});
