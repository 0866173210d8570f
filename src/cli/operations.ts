import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { changesOf, markedIn } from '#domain/operations/open-api/merged-map.ts'
import { packMap, unpackMap, type PackedMap } from '#domain/operations/pack-map.ts'
import { newMap } from './new-map.ts'
import { referencePages, type SdkFile } from './reference-pages.ts'
import { EXIT, UsageError } from './usage.ts'

const MAP = 'src/domain/operations/map.json'
const RESOURCES = 'node_modules/cloudflare/resources'
const USAGE = `Usage: npm run operations -- FILE [--date YYYY-MM-DD]

Writes ${MAP} from FILE: Cloudflare's openapi.json or openapi.yaml
(https://github.com/cloudflare/api-schemas), or a list {"groups": […], "operations": [[method, path, title, [indices
of groups], evidence], …]}. --date is the day of the description.
`

/** Makes the map of operations that comes with the app. */
function operations(args: string[]): void {
  const { values, positionals } = parseArgs({ args, options: { date: { type: 'string' } }, allowPositionals: true })
  const { date = null } = values
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError(USAGE)
  if (date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new UsageError('--date takes a day such as 2026-07-27.')
  // Written by this command, and checked by its type's own reader.
  const before = unpackMap(JSON.parse(readFileSync(MAP, 'utf8')) as PackedMap)
  const pages = referencePages(sdkFiles())
  const map = newMap(readFileSync(file, 'utf8'), { before, pages, date, lastModified: statSync(file).mtimeMs })
  const { changed, added, gone } = changesOf(before, map)
  writeFileSync(MAP, JSON.stringify(packMap(map)))
  process.stdout.write(
    `${map.date}: ${map.operations.length} operations, ${markedIn(map)} with permissions; ` +
      `${changed.length} changed, ${added.length} new, ${gone.length} gone\n`,
  )
}

const sdkFiles = (): SdkFile[] =>
  readdirSync(RESOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path: path.slice(0, -3), text: readFileSync(`${RESOURCES}/${path}`, 'utf8') }))

try {
  operations(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = EXIT.usage
}
