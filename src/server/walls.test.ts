import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const SDK = ['cloudflare', 'cloudflare/resources/accounts']
const APP = ['api', 'queries', 'ui', 'parts', 'pages/home', 'shell'].map((folder) => `#app/${folder}/x.ts`)
const without = (...allowed: string[]) => APP.filter((path) => !allowed.some((folder) => path.includes(`/${folder}/`)))

/** A file of each zone, and what it must not import; `types` are what it may import types of alone. */
const ZONES: Record<string, { values: string[]; types?: string[] }> = {
  'src/domain/policy/x.ts': {
    values: [...APP, '#server/app.ts', 'node:fs', 'react', 'react-dom', '@tanstack/react-query', 'hono'],
    types: SDK,
  },
  'src/server/proxy/x.ts': {
    values: [...APP, '#domain/x.ts', 'node:fs', '@hono/node-server', 'vite', 'react', '@tanstack/react-query'],
    types: SDK,
  },
  'src/server/node.ts': { values: [...APP, '#domain/x.ts', 'react'] },
  'src/server/proxy/x.test.ts': { values: [...APP, '#domain/x.ts', 'react'] },
  'src/cli/x.ts': { values: [...APP, '#server/app.ts', '#server/sandbox/seed.ts', 'react', 'hono'] },
  'src/cli/x.test.ts': { values: [...APP, '#server/app.ts', 'react'] },
  'src/app/api/x.ts': { values: [...without('api'), '#server/app.ts', 'node:fs', 'react', '@tanstack/react-query'] },
  'src/app/queries/x.ts': { values: [...without('api', 'queries'), ...SDK, '#server/app.ts', 'react-hook-form'] },
  'src/app/ui/x.tsx': {
    values: [...without('ui'), ...SDK, '#domain/x.ts', '#server/app.ts', '@tanstack/react-router', 'react-hook-form'],
  },
  'src/app/parts/x.tsx': { values: ['#app/pages/home/x.ts', ...SDK, '#server/app.ts'], types: ['#app/api/x.ts'] },
  'src/app/shell/x.tsx': { values: ['#app/pages/home/x.ts', ...SDK, '#server/app.ts'], types: ['#app/api/x.ts'] },
  'src/app/pages/home/x.tsx': {
    values: ['#app/pages/verify/x.ts', '#app/shell/x.ts', ...SDK, '#server/app.ts', 'node:fs'],
    types: ['#app/api/x.ts'],
  },
  'e2e/x.spec.ts': { values: [...APP, '#domain/x.ts', '#server/app.ts', '#server/sandbox/store.ts'] },
  'e2e/proxy/x.ts': { values: [...APP, '#domain/x.ts', '#server/sandbox/seed.ts', '../fixtures.ts'] },
}

test('each zone of .oxlintrc.json refuses what does not belong there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'))
  try {
    copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
    const expected = Object.entries(ZONES).flatMap(([file, { values, types = [] }]) => {
      const refused = [...values, ...types, ...(file.startsWith('e2e/proxy') ? [] : ['../x.ts'])]
      const lines = [
        ...refused.map((path) => `import '${path}'`),
        ...types.map((path, at) => `import type A${at} from '${path}'`),
      ]
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), lines.join('\n'))
      // Values come first; what is imported as a type alone is let through.
      return refused.map((_, index) => `${file}:${index + 1}`)
    })
    expect(refusedImports(folder)).toEqual(expected.toSorted())
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** The `file:line` of every refused import. */
function refusedImports(folder: string): string[] {
  const oxlint = resolve('node_modules/.bin/oxlint')
  const wall = /no-restricted-imports|no-relative-parent-imports|no-nodejs-modules/
  const places = read(oxlint, folder)
    .split('\n')
    .filter((line) => wall.test(line))
  return [...new Set(places.map((line) => line.split(':').slice(0, 2).join(':')))].toSorted()
}

function read(command: string, cwd: string): string {
  try {
    return execFileSync(command, ['-f', 'unix'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    // It ends with 1 where it refuses something.
    return String((error as { stdout: unknown }).stdout)
  }
}
