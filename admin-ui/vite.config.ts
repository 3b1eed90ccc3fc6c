import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockServer } from './mock/plugin.ts';

// The built app is served by the Rust server under /admin/ with a strict content security policy:
// no inline script, no data: URLs for scripts. Hence no preload polyfill and no inlined assets.
export default defineConfig(({ mode }) => ({
  base: '/admin/',
  plugins: [react(), ...(mode === 'mock' ? [mockServer()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    ...(mode !== 'mock' && {
      proxy: { '/api': { target: process.env.COUNTERSIGN_URL ?? 'http://127.0.0.1:8080', changeOrigin: true } },
    }),
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    css: false,
  },
}));
