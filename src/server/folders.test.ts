import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const isCode = (path: string) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path)

/** Which folders of `src` the files of each folder import from; imports inside a folder are left out. */
function importedFolders(): Map<string, Set<string>> {
  const imported = new Map<string, Set<string>>()
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isCode)) {
    const folder = dirname(file)
    const others = imported.get(folder) ?? new Set()
    imported.set(folder, others)
    for (const [, specifier = ''] of readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import)\(? ?'(.+?)'/g)) {
      const path = specifier.startsWith('#')
        ? specifier.slice(1)
        : specifier.startsWith('./') && join(folder, specifier)
      if (path && dirname(path) !== folder) others.add(dirname(path))
    }
  }
  return imported
}

test('no folder imports itself by way of others', () => {
  const imported = importedFolders()
  const reached = (start: string) => {
    const found = new Set<string>()
    const visit = (folder: string) => {
      for (const next of imported.get(folder) ?? []) {
        if (found.has(next)) continue
        found.add(next)
        visit(next)
      }
    }
    visit(start)
    return found
  }
  expect(imported.size).toBeGreaterThan(20)
  expect([...imported.keys()].filter((folder) => reached(folder).has(folder))).toEqual([])
})
