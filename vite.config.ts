import { tokenDeskServer } from '#server/vite-plugin.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react(), tokenDeskServer()],
  // Nothing of the environment goes into the browser's code: .env belongs to the server alone.
  envDir: false,
  envPrefix: 'TOKEN_DESK_PUBLIC_',
  // No other site has any business with the development server.
  server: { cors: false },
  // Makes a plain `vite build` build both environments.
  builder: {},
  environments: {
    client: { build: { outDir: 'dist/client' } },
    server: {
      consumer: 'server',
      // Bundled whole, so that the built server runs without node_modules.
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        target: 'node20',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: { input: 'src/server/node.ts', output: { entryFileNames: 'node.js' } },
      },
    },
  },
  test: { include: ['src/**/*.test.ts'] },
})
