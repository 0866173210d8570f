import { expect } from 'vitest'
import { BEARER, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { findings, type Outside } from './findings.ts'

export const NOW = Date.parse('2026-11-27T01:00:00Z')

/** What tests read of a report in JSON. */
type Report = {
  is_complete: boolean
  tokens_read: number
  tokens_total: number | null
  tokens_by_severity: Record<string, number>
  findings: {
    rule: string
    severity: string
    token_id: string | null
    token_name: string | null
    fingerprint: string
  }[]
  suppressed: { rule: string; suppression: { reason: string } }[]
  not_judged: { rule: string; why: string }[]
  judged_without_count: { rule: string; why: string }[]
  notes: string[]
}

/** Runs the command on a sandbox, with files by name. */
export const runOn =
  (sandbox: () => RunningSandbox) =>
  async (
    args: string[],
    files: Record<string, string | Uint8Array> = {},
    env: Record<string, string> = {},
    outside: Partial<Outside> = {},
  ) => {
    const [outs, errs, waits]: [string[], string[], number[]] = [[], [], []]
    const code = await findings(args, {
      env: { CLOUDFLARE_API_TOKEN: BEARER, CLOUDFLARE_API_BASE_URL: sandbox().baseUrl, ...env },
      readBytes: (path) => {
        const content = files[path]
        if (content === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
        return typeof content === 'string' ? new TextEncoder().encode(content) : content
      },
      readFile: () => new Uint8Array(),
      out: (text) => outs.push(text),
      err: (text) => errs.push(text),
      isTerminal: false,
      now: () => NOW,
      sleep: (ms) => {
        waits.push(ms)
        return Promise.resolve()
      },
      ...outside,
    })
    const [out, err] = [outs.join(''), errs.join('')]
    expect(out + err).not.toContain(BEARER)
    return { code, out, err, waits, report: () => JSON.parse(out) as Report }
  }

export const on = (accountId: string, ...args: string[]) => ['--account', accountId, ...args]
export const json = (accountId: string, ...args: string[]) => on(accountId, '--format', 'json', ...args)

let next = 0
/** An account of its own. */
export const fresh = () => `c11${String(++next).padStart(29, '0')}`

/** The export of the app. */
export function exported(
  account_id: string,
  tokens: object[] = [{ id: '1', name: 'one', status: 'active', policies: [] }],
): string {
  return JSON.stringify({ account_id, tokens })
}
