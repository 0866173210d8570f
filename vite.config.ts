import { NONCE_PLACEHOLDER } from '#server/static/site.ts'
import { tokenDeskServer } from '#server/vite-plugin.ts'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** No other site may frame what is served here, open it with a hold on it, or read from it. */
const OWN_SITE_ONLY = {
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/**
 * Their modules keep nothing from one call to the next, so the files share what they import: half of the time. The
 * app's requests and caches do keep something.
 */
const STATELESS_TESTS = ['src/{cli,domain,server}/**/*.test.ts', 'src/app/{pages,parts,ui}/**/*.test.ts']

const group = (name: string, test: RegExp) => ({ name, test })

export default defineConfig({
  plugins: [react(), tokenDeskServer(), inlineEarlyScript(), stylesLast(), precompress()],
  // The server puts a nonce of its own in its place with every page it sends.
  html: { cspNonce: NONCE_PLACEHOLDER },
  // React has had the hook since version 18, so the router's store needs no copy of it.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' } },
  // Nothing of the environment goes into the browser's code: .env belongs to the server alone.
  envDir: false,
  envPrefix: 'TOKEN_DESK_PUBLIC_',
  // No other site has any business with the development server.
  server: { cors: false, headers: OWN_SITE_ONLY },
  preview: { cors: false, headers: OWN_SITE_ONLY },
  // A slow machine is no fault of the build: `npm start` shows no advice about it.
  build: { rolldownOptions: { checks: { bundlerTimings: false } } },
  // A plain `vite build` builds what is served and installed, and one with `--mode cli` the command alone.
  builder: {
    async buildApp(builder) {
      const all = Object.values(builder.environments)
      const { mode } = builder.config
      const named = all.filter(({ name }) => name === mode)
      const usual = all.filter(({ name }) => name !== 'operations')
      for (const one of named.length > 0 ? named : usual) await builder.build(one)
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        // Every browser that knows what the app is built for preloads modules by itself.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            // The list of all files is in the first one: a letter less of each hash is 80 bytes.
            chunkFileNames: 'assets/[name]-[hash:7].js',
            assetFileNames: 'assets/[name]-[hash:7][extname]',
            // A group takes along what its modules import and no earlier group has. On a slow line each file is a
            // wait, and without groups the editor is 32 files; the bundler merges none by itself. First what every
            // visit needs, with the list, where most begin; then what is around the content of every page.
            codeSplitting: {
              groups: [
                group('start', /app\/main|token-list-page|ui\/use-toast/),
                group(
                  'controls',
                  /header-bar|shell\/(navigation|beside-page|return-to-link)|list-pagination|ui\/in-turn/,
                ),
                group('icons', /lucide-react/),
                group('ranges', /condition-words/),
                // What the page of a token shares with the editor, and what both share with the dialogs.
                group(
                  'token',
                  /policy-sentence|read-only-reason|title-of|useSuspenseQuery|ui\/(tabs|code-block|facts)|token\/unknown-fields|groups\/level|reach\/(reach|access-level|place-words|read-in-write)|queries\/recent-tokens|level-mark|help\/help\.tsx|token-action-dialogs/,
                ),
                group(
                  'outcome',
                  /esm\/useBlocker|unknown-outcome|ui\/segmented|domain\/(token\/outcome|reach\/count-grants)/,
                ),
                // What the editor and the catalogue share with the list that filters all tokens.
                group('search', /permission-groups\/(search|read-catalogue)|text\/fold/),
                group('inventory', /inventory-view|inventory\/written/),
                // What the dialog that rolls shares with what tells of a roll that a crash took.
                group('roll', /roll-outcome|kept-new-secrets|browser-locks/),
                // What the editor shares with the small pages and with the dialog for many tokens.
                group(
                  'form',
                  /ui\/(text-field|external-link)|text\/list-words|findings\/kept-fix|token\/validity|failure-documentation|policy\/editor-policy|token\/(request-body|merge)|queries\/token-writes|operations\/(recipes\/calls|templates\/listed-template)|groups\/(scope-fit|read-catalogue)|api\/permission-groups|parts\/(range-field|imported-token)|token\/(diff|update-outcome)/,
                ),
                // What the editor shares with what else starts a token from a template.
                group('templates', /operations\/(templates|recipes)\.ts|policy\/template/),
                // What the pages about all tokens of an account share.
                group(
                  'account',
                  /use-findings|use-account-(reach|tokens)|use-grown|overview\/needs|read-levels|reach\/token-level|domain\/expiry\/(expiry|cliffs)|expiry\/periods|reach\/compare|progress-line/,
                ),
                // What opens and grows in the pages about all tokens.
                group('unfolded', /parts\/(disclosure|show-more|use-history-state)/),
                group('pages', /(permissions|verify|sign-in)-page/),
                group('editor', /(new|edit)-token-page/),
              ]
                .toReversed()
                .map((one, priority) => ({ ...one, priority })),
            },
          },
        },
      },
    },
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
    cli: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/cli',
        target: 'node20',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: 'src/cli/token-desk.ts',
          output: { entryFileNames: 'token-desk.js', banner: '#!/usr/bin/env node' },
        },
      },
    },
    // What makes the map of operations: for the repository alone, so only `--mode operations` builds it.
    operations: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/operations',
        target: 'node20',
        minify: false,
        copyPublicDir: false,
        rolldownOptions: { input: 'src/cli/operations.ts', output: { entryFileNames: 'operations.js' } },
      },
    },
  },
  test: {
    // As many at a time as there are cores; by itself it leaves one unused.
    maxWorkers: '100%',
    // Threads start faster than processes.
    pool: 'threads',
    // Properties and builds take many seconds where other work shares the cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'stateless', include: STATELESS_TESTS, isolate: false, unstubGlobals: true },
      },
      { extends: true, test: { name: 'others', include: ['src/**/*.test.ts'], exclude: STATELESS_TESTS } },
    ],
  },
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

/**
 * Puts `src/app/early.ts` into the page, bundled, in the place of its script element: the page's first requests
 * start with it, so it must not be a request of its own.
 */
function inlineEarlyScript(): Plugin {
  const source = 'src/app/early.ts'
  return {
    name: 'inline-early-script',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const built = await build({
          configFile: false,
          envDir: false,
          logLevel: 'warn',
          build: { write: false, rolldownOptions: { input: source, output: { format: 'iife' } } },
        })
        if (!('output' in built)) throw new Error(`${source} was not built`)
        return html.replace(`<script src="/${source}"></script>`, () => `<script>${built.output[0].code}</script>`)
      },
    },
  }
}

/** At the end of the body styles hold up the app, and not the frame of index.html before it. */
function stylesLast(): Plugin {
  return {
    name: 'styles-last',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = /<link rel="stylesheet"[^>]*>/g
        return html.replaceAll(links, '').replace('</body>', `${html.match(links)?.join('') ?? ''}</body>`)
      },
    },
  }
}
