import { describe, expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { reachReader } from '#domain/reach/reach.ts'
import * as reach from '#domain/reach/testing.ts'
import { account, FOREIGN, OWN, policy, worker } from '#domain/reach/testing.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { WORKER_SCOPE } from '#domain/resources/scope.ts'
import type { Token } from '#domain/token/token.ts'
import { canCallWords } from './can-call-words.ts'
import { canCall } from './can-call.ts'
import type { Need } from './need.ts'
import { needing, onAccount } from './testing.ts'
import { tokensThatCan } from './tokens-that-can.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const read = reachReader({ accountId: OWN, catalogue: reach.catalogue })
const reachOf = (policies: readonly WirePolicy[], fields: Partial<Token> = {}): TokenReach => {
  const token = testToken('x', { ...fields, policies: [...policies] })
  return { token, ...read(policies), isCut: false }
}
const say = (need: Need, policies: readonly WirePolicy[], fields: Partial<Token> = {}) =>
  canCallWords(canCall(reachOf(policies, fields), need, { accountId: OWN, moment: { now: NOW } }))

describe('a request about one Worker, from a token for single ones', () => {
  const script = '/accounts/{account_id}/workers/scripts/{script_name}'
  const to = (method: string, path = script) => {
    const need = needing([onAccount('Workers Scripts Write')], path)
    return { ...need, operation: need.operation && { ...need.operation, method } }
  }
  const editor = policy(['Individual Workers Editor'], worker('7'))
  const elsewhere = { [`com.cloudflare.api.account.${FOREIGN}`]: { [`${WORKER_SCOPE}.${'7'.repeat(32)}`]: '*' } }
  const metadata = policy(['Individual Workers Metadata Read-Only'], worker('7'))
  const UNKNOWN =
    'Unknown. Policy 1 allows Individual Workers Editor on a Worker. It may be another one, and Cloudflare doesn’t say whether that is enough.'
  const LACKS = 'No. It lacks Workers Scripts Write on this account.'

  test.each<[string, Need, WirePolicy[], string]>([
    ['a deploy', to('PUT'), [editor], UNKNOWN],
    ['reading it', to('GET', `${script}/content/v2`), [editor], UNKNOWN],
    ['its versions', to('POST', '/accounts/{account_id}/workers/workers/{worker_id}/versions'), [editor], UNKNOWN],
    ['a secret that is deleted', to('DELETE', `${script}/secrets/{secret_name}`), [editor], UNKNOWN],
    ['deleting it', to('DELETE'), [editor], LACKS],
    ['a deploy, by a token of another account', to('PUT'), [policy(['Individual Workers Editor'], elsewhere)], LACKS],
    ['its source, by a token for metadata', to('GET', `${script}/content/v2`), [metadata], LACKS],
    [
      'its settings, by a token for metadata',
      to('GET', `${script}/settings`),
      [metadata],
      UNKNOWN.replace('Editor', 'Metadata Read-Only'),
    ],
    ['its assets', to('POST', `${script}/assets-upload-session`), [editor], LACKS],
    ['the list', to('GET', '/accounts/{account_id}/workers/scripts'), [editor], LACKS],
    ['another product', to('GET', '/accounts/{account_id}/queues/{queue_id}'), [editor], LACKS],
    ['a deploy, by a token for reading', to('PUT'), [policy(['Individual Workers Read'], worker('7'))], LACKS],
    [
      'a deploy, where it is denied',
      to('PUT'),
      [editor, policy(['Individual Workers Editor'], worker('7'), 'deny')],
      LACKS,
    ],
    [
      'a deploy, with an effect that is not known',
      to('PUT'),
      [policy(['Individual Workers Editor'], worker('7'), 'audit')],
      'Unknown. Policy 1 may allow Individual Workers Editor on a Worker.',
    ],
    [
      'a deploy, with a level that is not known',
      to('PUT'),
      [policy(['Individual Workers Overlord'], worker('7'))],
      'Unknown. Policy 1 may allow Individual Workers Overlord on a Worker.',
    ],
    [
      'a deploy, on the bare account',
      to('PUT'),
      [policy(['Individual Workers Editor'], account)],
      'Unknown. Policy 1 may allow Individual Workers Editor on a Worker.',
    ],
    [
      'a deploy, with the permission of the account as well',
      to('PUT'),
      [editor, policy(['Workers Scripts Write'], account)],
      'Yes. Policy 2 allows Workers Scripts Write on this account.',
    ],
  ])('%s', (_, need, policies, words) => {
    expect(say(need, policies)).toBe(words)
  })

  test('a token that does not work now cannot', () => {
    expect(say(to('PUT'), [editor], { status: 'disabled' })).toBe(
      'Not now. The token is disabled. Policy 1 allows Individual Workers Editor on a Worker.',
    )
  })

  test('the token is among those that may', () => {
    const token = reachOf([editor])
    expect(tokensThatCan([token], [to('PUT')], { accountId: OWN, moment: null }).unsure).toEqual([token])
  })
})
