import { parseArgs } from 'node:util'
import { SEVERITIES, type RuleId, type Severity } from '#domain/findings/finding.ts'
import { RULES } from '#domain/findings/rules.ts'
import { msOf } from '#domain/token/time.ts'
import { UsageError } from './usage.ts'

const FORMATS = ['table', 'json', 'markdown', 'sarif'] as const
export type Options = {
  account: string | null
  file: string | null
  catalogue: string | null
  suppressions: string | null
  settings: string | null
  /** Empty for all. */
  rules: RuleId[]
  severities: Severity[]
  format: (typeof FORMATS)[number]
  failOn: Severity | null
  /** Ms since 1970. */
  now: number | null
}

const OPTIONS = {
  account: { type: 'string' },
  file: { type: 'string' },
  catalogue: { type: 'string' },
  suppressions: { type: 'string' },
  settings: { type: 'string' },
  rule: { type: 'string', multiple: true },
  severity: { type: 'string', multiple: true },
  format: { type: 'string', default: 'table' },
  'fail-on': { type: 'string' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** The options of `findings`, or what was asked instead. Throws a `UsageError`. */
export function readOptions(args: string[]): Options | 'help' | 'version' {
  const values = parsed(args)
  if (values.help) return 'help'
  if (values.version) return 'version'
  const { account = null, file = null, catalogue = null, suppressions = null, settings = null } = values
  if (account !== null && !/^[0-9a-f]{32}$/i.test(account))
    throw new UsageError('--account takes an account ID of 32 hex digits.')
  if (catalogue !== null && file === null) throw new UsageError('--catalogue goes with --file.')
  const files = [file, catalogue, suppressions, settings]
  if (files.includes('')) throw new UsageError('A file needs a name.')
  if (files.filter((name) => name === '-').length > 1) throw new UsageError('Only one file can be standard input.')
  const failOn = values['fail-on']
  return {
    account: account?.toLowerCase() ?? null,
    file,
    catalogue,
    suppressions,
    settings,
    rules: (values.rule ?? []).map((id) => oneOf(RULE_IDS, id.toUpperCase(), '--rule')),
    severities: (values.severity ?? []).map((name) => oneOf(SEVERITIES, name, '--severity')),
    format: oneOf(FORMATS, values.format, '--format'),
    failOn: failOn === undefined ? null : oneOf(SEVERITIES, failOn, '--fail-on'),
    now: timeOf(values.now),
  }
}

const RULE_IDS = RULES.map(({ id }) => id)

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    // Only the first line: the rest advises what does not apply here.
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

function oneOf<Name extends string>(names: readonly Name[], given: string, option: string): Name {
  const found = names.find((name) => name === given)
  if (found === undefined) throw new UsageError(`${option} takes one of: ${names.join(', ')}.`)
  return found
}

function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const ms = msOf(text)
  if (Number.isNaN(ms)) throw new UsageError('--now takes a time such as 2026-11-24T12:00:00Z.')
  return ms
}
