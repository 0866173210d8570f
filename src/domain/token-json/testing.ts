import { readExport } from './read-export.ts'

export const A = '023e105f4ecef8ad9ca31a8372d0c353'
export const B = 'f037e56e89293a057740de681ac9abbe'
export const ZONES = { [`com.cloudflare.api.account.${A}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
export const policy = {
  effect: 'allow',
  permission_groups: [{ id: '4755a26eedb94da69e1066d98aa820be' }],
  resources: ZONES,
}
export const body = { name: 'it’s “mine”', policies: [policy] }
export const stored = { id: '1'.repeat(32), status: 'active', issued_on: '2026-01-01T00:00:00Z', ...body }
export const json = (value: unknown) => JSON.stringify(value)
export const asText = { ...policy, resources: json(ZONES) }
export const TOKENS_URL = `https://api.cloudflare.com/client/v4/accounts/${A}/tokens`

/** `first (account), second (account)`, or the problem. */
export function readAs(text: string) {
  const read = readExport(text)
  if ('problem' in read) return read.problem
  return {
    from: read.from,
    tokens: read.tokens.map((one) => one.body),
    accounts: read.tokens.map((one) => one.accountId),
  }
}
