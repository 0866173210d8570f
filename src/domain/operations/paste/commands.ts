import type { OperationHint } from './error-texts.ts'
import { DEPLOY_OPTIONS, WRANGLER_CALLS, WRANGLER_WITHOUT_CALLS } from './wrangler-calls.ts'
import { FLARECTL_ACTIONS, FLARECTL_CALLS, FLARECTL_GROUPS } from './flarectl-calls.ts'

/** What a command does. `from` is the command in its own words, without values: `wrangler secret put`. */
export type CommandRead =
  | { from: string; calls: readonly string[] }
  | { from: string; operation: OperationHint }
  | { from: string; reason: string }

/** Reads a command of wrangler; `null` where it makes no call. `--local` stays on this computer. */
export function wranglerCommand(words: readonly string[]): CommandRead | null {
  const isLocal = words.some((word) => word === '--local' || word === '--dry-run')
  const names = namesOf(words).flatMap((name) => (/^kv:\w+$/.test(name) ? name.split(':') : [name]))
  if (isLocal || isHelp(words)) return null
  const phrase = longestPhrase(names, WRANGLER_CALLS, words[0]?.startsWith('-') ? 1 : 0)
  if (phrase === null) return isEmpty(names[0] ?? '') ? null : { from: 'wrangler', reason: unknown('wrangler') }
  const extra = /deploy$|^publish$/.test(phrase) && !phrase.startsWith('pages') ? deployOptions(words) : []
  const calls = [...(WRANGLER_CALLS[phrase] ?? []), ...extra]
  return { from: `wrangler ${phrase}`, calls: calls.map(withAccount) }
}

export function flarectlCommand(words: readonly string[]): CommandRead | null {
  const [group = '', ...actions] = namesOf(words)
  if (group === '' || group === 'help') return null
  const names = [
    FLARECTL_GROUPS[group] ?? group,
    ...actions.map((name) => (name === 'r' ? 'rules' : (FLARECTL_ACTIONS[name] ?? name))),
  ]
  const phrase = longestPhrase(names, FLARECTL_CALLS)
  if (phrase === null) return isHelp(words) ? null : { from: 'flarectl', reason: unknown('flarectl') }
  return { from: `flarectl ${phrase}`, calls: FLARECTL_CALLS[phrase] ?? [] }
}

const VERBS = new Set([
  'list',
  'get',
  'create',
  'update',
  'edit',
  'delete',
  'bulk_create',
  'bulk_update',
  'bulk_delete',
])

/**
 * Reads a command of `cf`, which names its commands after the pages of the API reference. Cloud Foundry's tool of the
 * same name has no such commands.
 */
export function cfCommand(words: readonly string[]): CommandRead | null {
  const names = namesOf(words).map((name) => name.replaceAll('-', '_'))
  const verb = names.findIndex((name) => VERBS.has(name))
  const parts = names.slice(0, verb + 1)
  if (verb < 1 || verb > 5 || !parts.every((part) => /^[a-z][a-z0-9_]{1,40}$/.test(part))) return null
  return { from: `cf ${parts.join(' ')}`, operation: { page: parts.join('.'), operationId: null } }
}

const unknown = (tool: string) => `This command of ${tool} isn’t known here.`

const isHelp = (words: readonly string[]) => words.some((word) => /^(?:--help|-h|--version|-v)$/.test(word))

const isEmpty = (name: string) => WRANGLER_WITHOUT_CALLS.has(name) || !/^[a-z][a-z0-9:-]*$/.test(name)

/** The words before the first option, or after options in front. A value of an option can’t be told from a name. */
function namesOf(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !word.startsWith('-'))
  const names = words.slice(Math.max(0, first))
  const end = names.findIndex((word) => word.startsWith('-'))
  return (end === -1 ? names : names.slice(0, end)).slice(0, 6)
}

/** The longest start of the words that is a command. After an option in front, the first word may be its value. */
function longestPhrase(
  names: readonly string[],
  known: Readonly<Record<string, unknown>>,
  mostSkipped = 0,
): string | null {
  for (let skipped = 0; skipped <= mostSkipped; skipped += 1)
    for (let length = 4; length > 0; length -= 1) {
      const phrase = names.slice(skipped, skipped + length).join(' ')
      if (Object.hasOwn(known, phrase)) return phrase
    }
  return null
}

const withAccount = (call: string) => call.replace('~', '/accounts/{account_id}')

const deployOptions = (words: readonly string[]) =>
  words.flatMap((word) => (word.startsWith('--') ? (DEPLOY_OPTIONS.get(word.slice(2).split('=')[0] ?? '') ?? []) : []))
