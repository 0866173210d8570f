import { fileLinks, type Pages } from '#server/static/preloads.ts'
import { NONCE_PLACEHOLDER } from '#server/static/site.ts'
import { tokenDeskServer } from '#server/vite-plugin.ts'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { IndexHtmlTransformContext, Plugin, Rolldown } from 'vite'
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

export default defineConfig({
  plugins: [react(), tokenDeskServer(), listPages(), precompress()],
  // The server puts a nonce of its own in its place with every page it sends.
  html: { cspNonce: NONCE_PLACEHOLDER },
  // Nothing of the environment goes into the browser's code: .env belongs to the server alone.
  envDir: false,
  envPrefix: 'TOKEN_DESK_PUBLIC_',
  // No other site has any business with the development server.
  server: { cors: false, headers: OWN_SITE_ONLY },
  preview: { cors: false, headers: OWN_SITE_ONLY },
  // Makes a plain `vite build` build both environments.
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        // Every browser that knows what the app is built for preloads modules by itself.
        modulePreload: { polyfill: false },
        rolldownOptions: { output: { codeSplitting: { groups: pageFiles() } } },
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

/**
 * Writes into index.html which built files each page needs beside those that all need, for the server
 * to start them with the page (`src/server/static/preloads.ts`).
 */
function listPages(): Plugin {
  const needs = ({ bundle }: IndexHtmlTransformContext, entry: Rolldown.OutputChunk): Rolldown.OutputChunk[] => {
    const found = new Map<string, Rolldown.OutputChunk>()
    const visit = (chunk: Rolldown.OutputChunk) => {
      if (found.has(chunk.fileName)) return
      found.set(chunk.fileName, chunk)
      for (const name of chunk.imports) {
        const imported = bundle?.[name]
        if (imported?.type === 'chunk') visit(imported)
      }
    }
    visit(entry)
    return [...found.values()]
  }
  const filesOf = (chunks: Rolldown.OutputChunk[]) => ({
    scripts: chunks.map(({ fileName }) => `/${fileName}`),
    styles: [...new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))].map(
      (fileName) => `/${fileName}`,
    ),
  })
  return {
    name: 'list-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        const chunks = Object.values(context.bundle ?? {}).filter((one) => one.type === 'chunk')
        const entry = chunks.find(({ isEntry }) => isEntry)
        if (!entry) return html
        // What draws is asked for by the entry, so Vite does not know that every page needs it.
        const drawing = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/app/draw.tsx')))
        const first = needs(context, entry)
        const second = drawing.flatMap((chunk) => needs(context, chunk)).filter((chunk) => !first.includes(chunk))
        const shared = new Set([...first, ...second].map(({ fileName }) => fileName))
        const links = fileLinks(filesOf(second))
        const pages: Pages = {}
        for (const chunk of chunks) {
          const own = needs(context, chunk).filter(({ fileName }) => !shared.has(fileName))
          for (const id of chunk.moduleIds) {
            const name = /\/pages\/[^/]+\/([^/]+-(?:page|view))\.tsx$/.exec(id)?.[1]
            if (name) pages[name] = filesOf(own)
          }
        }
        // At the end of the body styles hold up the app, not the shell before them.
        return html
          .replace('<script type="module"', `<!--pages:${JSON.stringify(pages)}--><script type="module"`)
          .replace('</head>', `${links.scripts}</head>`)
          .replace('</body>', `${links.styles}\n  </body>`)
      },
    },
  }
}

/**
 * What is one file. A module belongs to the first that needs it, and a later file takes it from there: what every
 * visit needs before anything is drawn; what draws, with the list, where most begin; what stands around a page and is
 * used rather than read; a token's page, with what the pages after it share; the permission groups; all tokens
 * of an account; the small pages; the editor's first field,
 * then the rest of it. On a slow line thirty small files are thirty times the wait. Whatever
 * comes later, on intent, is split as it is imported.
 */
function pageFiles() {
  const pages = 'src/app/pages'
  const files = [
    { name: 'start', entries: ['index.html'] },
    {
      name: 'draw',
      entries: [
        'src/app/draw.tsx',
        'src/app/shell/app-shell.tsx',
        `${pages}/token-list/token-list-page.tsx`,
        'src/app/ui/use-toast.ts',
      ],
    },
    {
      name: 'controls',
      entries: [
        'src/app/shell/header-bar.tsx',
        'src/app/shell/navigation.tsx',
        `${pages}/token-list/list-pagination.tsx`,
      ],
    },
    {
      name: 'token',
      entries: [
        `${pages}/token-detail/token-detail-page.tsx`,
        'src/app/queries/token-writes.ts',
        'src/app/ui/text-field.tsx',
        'src/domain/permission-groups/catalogue.ts',
        'src/domain/permission-groups/scope-fit.ts',
        // Small, and wanted by dialogs and the filtered list, which have no use for the editor they would bring along.
        'src/domain/permission-groups/search.ts',
        'src/domain/text/fold.ts',
        'src/domain/token-json/is-object.ts',
        'src/domain/token/outcome.ts',
        'src/domain/token/validity.ts',
        'src/app/parts/brought-token.ts',
        'src/app/parts/token-actions/unknown-outcome.tsx',
        'src/app/routing/use-leave-guard.ts',
        'src/app/ui/segmented.tsx',
        'src/app/ui/text-area-field.tsx',
        'node_modules/lucide-react/dist/esm/icons/refresh-cw.mjs',
        'node_modules/lucide-react/dist/esm/icons/search-x.mjs',
        // The palette’s, which would bring the whole editor along.
        'node_modules/lucide-react/dist/esm/icons/copy-plus.mjs',
        'node_modules/lucide-react/dist/esm/icons/list-checks.mjs',
        'node_modules/lucide-react/dist/esm/icons/shield-check.mjs',
        'node_modules/lucide-react/dist/esm/icons/trash.mjs',
      ],
    },
    // For the catalogue's page, the editor and the palette.
    { name: 'catalogue', entries: ['src/domain/permission-groups/read-catalogue.ts'] },
    // Without this a file of it has nothing to do with the first one, and the bundler's few helpers, which every visit
    // needs, become a file of their own, that both can take them from.
    { name: 'inventory', entries: ['src/app/queries/inventory.ts'] },
    {
      name: 'pages',
      entries: [
        `${pages}/permissions/permissions-page.tsx`,
        `${pages}/verify/verify-page.tsx`,
        `${pages}/sign-in/sign-in-page.tsx`,
      ],
    },
    { name: 'editor', entries: [`${pages}/token-editor/new-token-page.tsx`] },
    { name: 'editor-parts', entries: [`${pages}/token-editor/form-parts.tsx`, 'src/domain/token/update-outcome.ts'] },
  ]
  // What the index of a package names, though the first to import from it needs it not: it goes to whoever uses it.
  const namedByIndex = /\/node_modules\/lucide-react\/|\/(useMutation|mutationObserver|useSuspenseQuery)\.js$/
  const fileOf = new Map<string, string>()
  const assign = (context: Pick<Rolldown.PluginContext, 'getModuleInfo'>) => {
    for (const { name, entries } of files) {
      const open = entries.map((path) => `${import.meta.dirname}/${path}`)
      const named = new Set(open)
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (fileOf.has(next) || (namedByIndex.test(next) && !named.has(next))) continue
        // The few styles of the controls come with those of the page, which is a request less.
        fileOf.set(next, name === 'controls' && next.endsWith('.css') ? 'draw' : name)
        open.push(...(context.getModuleInfo(next)?.importedIds ?? []))
      }
    }
  }
  return files.map(({ name }, index) => ({
    name: (id: string, context: Pick<Rolldown.PluginContext, 'getModuleInfo'>) => {
      if (fileOf.size === 0) assign(context)
      return fileOf.get(id) === name ? name : null
    },
    debugName: name,
    priority: files.length - index,
  }))
}
