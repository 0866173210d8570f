import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'src/server/sandbox/README.md'].concat(
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
)
/** Without blocks of code, in which nothing is a link. */
const textOf = (page: string) => readFileSync(page, 'utf8').replaceAll(/^```.*?^```/gms, '')

/** A heading as GitHub writes it into an address. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsOf = (page: string) =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

test('each relative link leads to a file that is there, and to a heading in it', () => {
  const links = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => ({ page, link })),
  )
  const broken = links.filter(({ page, link }) => {
    const [path = '', anchor] = link.split('#')
    if (/^[a-z]+:/.test(link)) return false
    const target = path === '' ? page : join(dirname(page), path)
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor))
  })
  expect(links.length).toBeGreaterThan(100)
  expect(broken).toEqual([])
})

test('each npm script that a page names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = PAGES.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/npm (?:run )?(?:-s |--silent )?([a-z][\w:-]*)/g)].map(
      ([, name = '']) => name,
    ),
  )
  const ofNpm = new Set(['ci', 'install'])
  expect(named.filter((name) => !ofNpm.has(name) && !(name in scripts))).toEqual([])
})

test('each file of the source that a page names is there', () => {
  // A record tells of the time it was written in.
  const named = PAGES.filter((page) => !page.startsWith('docs/decisions/')).flatMap((page) =>
    [...textOf(page).matchAll(/`((?:src|e2e|docs|app|domain|server)\/[\w./-]+\.\w+)`/g)].map(([, path = '']) => path),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((path) => !existsSync(path) && !existsSync(join('src', path)))).toEqual([])
})

test('a start that builds first says so before the build is quiet for seconds', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  for (const name of ['prestart', 'presandbox'])
    expect(scripts[name]).toMatch(/echo Building… && npm run --silent build$/)
})
