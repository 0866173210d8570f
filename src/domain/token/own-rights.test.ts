import { expect, test } from 'vitest'
import { ownRights } from './own-rights.ts'

const OWN = '023e105f4ecef8ad9ca31a8372d0c353'
const READ = 'eb56a6953c034b9d97dd838155666f06'
const WRITE = '5bc3f8b21c554832afc660159ab75fa4'
const HERE = `com.cloudflare.api.account.${OWN}`
const policy = (effect: string, ids: string[], key = HERE) => ({
  effect,
  permission_groups: ids.map((id) => ({ id })),
  resources: { [key]: '*' },
})

test.each([
  ['Write', [policy('allow', [WRITE])], 'write'],
  ['Read and Write', [policy('allow', [READ, WRITE])], 'write'],
  ['Write on every account', [policy('allow', [WRITE], 'com.cloudflare.api.account.*')], 'write'],
  ['Read', [policy('allow', [READ])], 'read'],
  ['Read, with Write denied', [policy('allow', [READ, WRITE]), policy('deny', [WRITE])], 'read'],
  ['neither', [policy('allow', ['x'])], 'unknown'],
  ['nothing', [], 'unknown'],
  [
    'Write on another account',
    [policy('allow', [READ]), policy('allow', [WRITE], `com.cloudflare.api.account.${'f'.repeat(32)}`)],
    'unknown',
  ],
  ['Write with an unknown effect', [policy('allow', [READ]), policy('perhaps', [WRITE])], 'unknown'],
  ['both denied', [policy('deny', [READ, WRITE])], 'unknown'],
])('%s: %s', (_, policies, rights) => expect(ownRights(policies, OWN)).toBe(rights))
