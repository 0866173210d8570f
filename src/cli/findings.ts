import { DEFAULT_SETTINGS } from '#domain/findings/context.ts'
import { reportJson, reportMarkdown } from '#domain/findings/report.ts'
import { readSuppressions } from '#domain/findings/suppressions.ts'
import { toSarif } from '#domain/findings/sarif.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { appSettings } from '#server/settings/schema.ts'
import { ConfigError, type Environment } from '#server/settings/config-error.ts'
import { readSettings as readEnvironment } from '#server/settings/read-settings.ts'
import { readSecretFiles, type ReadFile } from '#server/settings/secret-files.ts'
import { VERSION } from '#server/proxy/version.ts'
import { createApi } from './api.ts'
import { hasUrgent, judge, type Judged } from './judge.ts'
import { readOptions, type Options } from './options.ts'
import { readAccount } from './read-account.ts'
import { readSettings } from './read-settings.ts'
import { readCatalogueFile, readTokens } from './read-tokens.ts'
import type { Source } from './source.ts'
import { toTable } from './table.ts'
import { EXIT, ReadError, USAGE, UsageError } from './usage.ts'

/** What the command takes from outside. */
export type Outside = {
  env: Environment
  /** A whole file; `-` is standard input. Throws what `node:fs` throws. */
  readBytes: (path: string) => Uint8Array
  readFile: ReadFile
  out: (text: string) => void
  err: (text: string) => void
  /** Whether standard output is a terminal. */
  isTerminal: boolean
  now: () => number
  sleep: (ms: number) => Promise<void>
}

/** `token-desk findings`: returns the exit code. */
export async function findings(args: string[], given: Outside): Promise<number> {
  const outside = { ...given, readFile: readOnce(given.readFile) }
  try {
    const options = readOptions(args)
    if (options === 'help') outside.out(USAGE)
    if (options === 'version') outside.out(`${VERSION}\n`)
    return typeof options === 'string' ? EXIT.ok : await report(options, outside)
  } catch (error) {
    const isUsage = error instanceof UsageError || error instanceof ConfigError
    if (!isUsage && !(error instanceof ReadError)) throw error
    outside.err(`token-desk findings: ${safeText(withoutToken(error.message, outside))}\n`)
    return isUsage ? EXIT.usage : EXIT.unread
  }
}

async function report(options: Options, outside: Outside): Promise<number> {
  const settings = options.settings === null ? DEFAULT_SETTINGS : readSettings(textOf(options.settings, outside))
  const suppressions = options.suppressions === null ? [] : suppressionsOf(textOf(options.suppressions, outside))
  const now = options.now ?? outside.now()
  const source =
    options.file === null ? await liveSource(options, outside, now) : fileSource(options.file, options, outside)
  const judged = judge(source, { settings, suppressions, now }, options)
  outside.out(withoutToken(written(judged, options, outside), outside))
  if (options.failOn === null) return EXIT.ok
  if (hasUrgent(judged.open, options.failOn)) return EXIT.found
  if (source.isComplete) return EXIT.ok
  outside.err(
    'token-desk findings: only a part of the tokens is known, so nothing says that the others are in order.\n',
  )
  return EXIT.unread
}

function written(judged: Judged, { format }: Options, { isTerminal, env }: Outside): string {
  if (format === 'json') return reportJson(judged)
  if (format === 'markdown') return reportMarkdown(judged)
  const { source, open, suppressed, silent, uncounted } = judged
  if (format === 'sarif') return toSarif({ ...source, findings: open, suppressed, silent, uncounted, version: VERSION })
  return toTable(judged, isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb')
}

async function liveSource(options: Options, outside: Outside, now: number): Promise<Source> {
  const { settings } = readEnvironment(appSettings, outside.env, outside.readFile)
  const {
    CLOUDFLARE_API_TOKEN: token,
    CLOUDFLARE_ACCOUNT_ID: accounts = [],
    CLOUDFLARE_API_BASE_URL: baseUrl,
  } = settings
  if (token === undefined)
    throw new UsageError('Set CLOUDFLARE_API_TOKEN, or use --file. See token-desk findings --help.')
  const [only] = accounts.length === 1 ? accounts : []
  const accountId = options.account ?? only
  if (accountId === undefined)
    throw new UsageError('Use --account with the ID of an account, or set CLOUDFLARE_ACCOUNT_ID to one.')
  const say = (text: string) => outside.err(`${text}\n`)
  const api = createApi({ token, baseUrl, sleep: outside.sleep, say })
  return readAccount(api, accountId, { isReadOnlyServer: settings.READ_ONLY, now })
}

function fileSource(file: string, options: Options, outside: Outside): Source {
  const text = textOf(file, outside)
  const catalogue = options.catalogue === null ? undefined : readCatalogueFile(textOf(options.catalogue, outside))
  const read = readTokens(text, options.account)
  const notes = catalogue ? read.notes : [...read.notes, 'Rules that need the permission groups take --catalogue.']
  return { ...read, notes, catalogue, ownTokenId: null, isReadOnlyServer: false }
}

function textOf(path: string, { readBytes }: Outside): string {
  try {
    return decoded(readBytes(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new UsageError(`${path === '-' ? 'Standard input' : safeText(path)} can’t be read (${code}).`)
  }
}

/** Windows PowerShell writes UTF-16. The decoder leaves a byte order mark out. */
const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)

function suppressionsOf(text: string) {
  const read = readSuppressions(text)
  if (!read.ok) throw new UsageError(`--suppressions: ${read.message}`)
  return read.suppressions
}

/** A pipe, as of `CLOUDFLARE_API_TOKEN_FILE=<(…)`, gives its text only once. */
function readOnce(readFile: ReadFile): ReadFile {
  const files = new Map<string, Uint8Array>()
  return (path, limit) => {
    const bytes = files.get(path) ?? readFile(path, limit)
    files.set(path, bytes)
    return bytes
  }
}

/** No text from outside can bring the token of the environment along. */
function withoutToken(text: string, outside: Outside): string {
  const token = tokenOf(outside)
  return token && token.length >= 16 ? text.replaceAll(token, '[removed]') : text
}

function tokenOf({ env, readFile }: Outside): string | undefined {
  const { CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_TOKEN_FILE: file } = env
  if (token) return token
  try {
    return readSecretFiles({ CLOUDFLARE_API_TOKEN_FILE: file }, readFile)['CLOUDFLARE_API_TOKEN']
  } catch {
    // Told where the token is needed.
    return undefined
  }
}
