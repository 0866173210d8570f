import { NONCE_PLACEHOLDER } from '#server/static/site.ts'
import { tokenDeskServer } from '#server/vite-plugin.ts'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react(), tokenDeskServer(), precompress()],
  // The server puts a nonce of its own in its place with every page it sends.
  html: { cspNonce: NONCE_PLACEHOLDER },
  // Nothing of the environment goes into the browser's code: .env belongs to the server alone.
  envDir: false,
  envPrefix: 'TOKEN_DESK_PUBLIC_',
  // No other site has any business with the development server.
  server: { cors: false },
  // Makes a plain `vite build` build both environments.
  builder: {},
  environments: {
    client: { build: { outDir: 'dist/client' } },
    worker: {
      consumer: 'server',
      resolve: { noExternal: true, conditions: ['workerd', 'worker', 'browser'] },
      build: {
        outDir: 'dist/worker',
        target: 'es2023',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: { input: 'src/server/worker.ts', output: { entryFileNames: 'worker.js' } },
      },
    },
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

/** Each text file beside itself in brotli and gzip, at the slowest setting: the server only has to send it. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir }) {
      for (const path of readdirSync(dir ?? '', { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|txt)$/.test(path)) continue
        const content = readFileSync(`${dir}/${path}`)
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
        writeFileSync(`${dir}/${path}.br`, brotliCompressSync(content, quality))
        writeFileSync(`${dir}/${path}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}
