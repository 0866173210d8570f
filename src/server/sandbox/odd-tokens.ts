import type { Account } from './types.ts'

/** Valid by the schema, where every field is optional, but unlike any seeded token. */
const SHAPES: Record<string, unknown>[] = [
  {},
  { name: 'No policies at all', policies: [] },
  { name: 'Unknown status', status: 'quarantined' },
  { name: 'Null everywhere', last_used_on: null, expires_on: null, not_before: null, condition: {} },
  { name: 'Year one', issued_on: '0001-01-01T00:00:00Z', last_used_on: '0001-01-01T00:00:00Z' },
  { name: 'Newer than this app', risk_score: 7, labels: { team: 'edge' }, status: 'active' },
  {
    name: 'Unknown keys',
    policies: [
      {
        id: 'f267e341f3dd4697bd3b9f71dd96247f',
        effect: 'allow',
        permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f', meta: { key: 'k', value: 'v' } }],
        resources: { 'com.cloudflare.api.account.flagship.app.7f3a': '*', foo: 'string' },
        note: 'a field the app does not know',
      },
    ],
  },
  { name: 'Old spelling', condition: { 'request.ip': { in: ['192.0.2.0/24'] } } },
  { name: '', policies: [{ id: '1', effect: 'allow', permission_groups: [], resources: {} }] },
]

/** Answers that replace most of an account's tokens. The account's own token is unchanged. */
export function oddAnswers(account: Account): Map<string, Record<string, unknown>> {
  const [, ...others] = account.tokens.keys()
  return new Map(others.map((id, index) => [id, { id, ...SHAPES[index % SHAPES.length] }]))
}
