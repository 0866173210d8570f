import { describe, expect, test } from 'vitest'
import { account, allZones, worker, zone } from '#domain/reach/testing.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { allowing, found, from, group, inDays, ONE_ADDRESS, policy, saved, severity, token } from './testing.ts'

const ENDLESS = { expires_on: null }
const SECRET = 'cfat_8M7wS6hCpXVcDoRnPPYaCWPgy8aea4Wy6kCe5T11'

describe('D1, a secret found in public', () => {
  test.each([
    ['revoked (exposed)', 'act-now'],
    ['Revoked', 'act-now'],
    ['active', undefined],
    ['disabled', undefined],
  ])('status “%s”: %s', (status, expected) => {
    expect(severity('D1', token({ status }))).toBe(expected)
  })
})

describe('D2, a token that creates tokens', () => {
  const minting = (fields = {}) => allowing(['Account API Tokens Write'], account, fields)

  test('is urgent with other access, without an IP limit or without an end', () => {
    expect(severity('D2', minting({ ...from('192.0.2.0/23') }))).toBe('fix-soon')
    expect(severity('D2', minting())).toBe('act-now')
    for (const ranges of [['0.0.0.0/0', '::/0'], ['0.0.0.0/1', '128.0.0.0/1'], ['::/0']])
      expect(found('D2', minting(from(...ranges)))).toMatchObject([
        { severity: 'act-now', seen: expect.stringContaining('no IP limit') as string },
      ])
    expect(severity('D2', minting({ ...from('192.0.2.0/23'), ...ENDLESS }))).toBe('act-now')
    const both = allowing(['Account API Tokens Write', 'Billing Write'], account, from('192.0.2.0/23'))
    expect(severity('D2', both)).toBe('act-now')
  })

  test('is silent without the right, and where it is denied', () => {
    const tokensWrite = policy(['Account API Tokens Write'], account)
    expect(severity('D2', token())).toBeUndefined()
    expect(severity('D2', token({ policies: [tokensWrite, { ...tokensWrite, effect: 'deny' }] }))).toBeUndefined()
    expect(severity('D2', minting({ status: 'disabled' }))).toBeUndefined()
  })

  test('counts an unknown effect as allowed', () => {
    const odd = policy(['Account API Tokens Write'], account, 'audit')
    expect(found('D2', token({ policies: [odd] }))[0]?.seen).toContain('Policy 1 may allow Account API Tokens Write')
  })

  test('leaves the app what it needs, and offers no fix that could lock it out', () => {
    const own = allowing(['Account API Tokens Write', 'Account Settings Read'], account, from('192.0.2.0/23'))
    expect(severity('D2', own, { ownTokenId: own.id })).toBe('fix-soon')
    const endless = { ...own, expiresOn: null }
    expect(found('D2', endless, { ownTokenId: own.id })[0]?.fix.kind).toBe('edit')
  })

  test('takes only the right to create tokens away', () => {
    const both = allowing(['Account API Tokens Write', 'Billing Write'], account)
    const fix = found('D2', both)[0]?.fix
    const after = fix?.kind === 'draft' ? saved(both, fix.draft) : both
    expect(after.policies).toMatchObject([{ permission_groups: [{ id: 'id of Billing Write' }] }])
    expect(found('D2', minting(ENDLESS))[0]?.fix).toMatchObject({ action: { kind: 'expiry' } })
    expect(found('D2', minting())[0]?.fix).toMatchObject({ action: { kind: 'ip', mode: 'add' } })
    expect(found('D2', minting(from('0.0.0.0/0')))[0]?.fix).toMatchObject({ action: { kind: 'ip', mode: 'replace' } })
  })
})

describe('D3, a token that opens nearly everything', () => {
  const many = Array.from({ length: 40 }, (_, index) => group(`Thing ${index} Write`, ACCOUNT_SCOPE))
  const holding = (amount: number, fields = {}) =>
    allowing(
      many.slice(0, amount).map(({ name }) => name),
      account,
      fields,
    )

  test('needs half of the catalogue, or forty', () => {
    expect(severity('D3', holding(20), { catalogue: many })).toBe('act-now')
    expect(severity('D3', holding(19), { catalogue: many })).toBeUndefined()
    expect(severity('D3', holding(40), { catalogue: undefined })).toBe('act-now')
    expect(severity('D3', holding(39), { catalogue: undefined })).toBeUndefined()
  })

  test('is silent on a small catalogue, on single resources and when the token does not work', () => {
    expect(severity('D3', holding(9), { catalogue: many.slice(0, 10) })).toBeUndefined()
    const single = allowing(['Individual Workers Editor'], worker('7'))
    expect(severity('D3', single)).toBeUndefined()
    expect(severity('D3', holding(40, { status: 'disabled' }), { catalogue: many })).toBeUndefined()
  })

  test('is one lower with few addresses', () => {
    expect(severity('D3', holding(40, ONE_ADDRESS), { catalogue: many })).toBe('fix-soon')
  })
})

describe('D4, a secret in the name', () => {
  test.each([
    [`deploy ${SECRET}`, 'act-now'],
    ['8M7wS6hCpXVcADoRnPPYaCWPgy8aea4Wy6kCe5T1', 'act-now'],
    ['cfat_YOUR_TOKEN_GOES_HERE_PLEASE', undefined],
    ['aaaaaaaaaaaaaaaaaaaaAAAAAAAAAAAAAAAAAAA1', undefined],
    ['terraform-dns-of-the-production-account-1', undefined],
  ])('“%s”: %s', (name, expected) => {
    expect(severity('D4', token({ name }))).toBe(expected)
  })

  test('a placeholder beside it does not hide it, in any order', () => {
    const [filled, words] = [`cfat_${'X'.repeat(28)}`, 'cfut_YOUR_TOKEN_GOES_HERE_PLEASE']
    for (const name of [`${filled} ${SECRET}`, `${words}/${SECRET}`, `${SECRET} ${filled}`, `${filled}-${SECRET}`])
      expect(severity('D4', token({ name }))).toBe('act-now')
    expect(severity('D4', token({ name: `${filled} ${words}` }))).toBeUndefined()
  })

  test('no finding repeats the secret', () => {
    const named = token({ name: SECRET })
    expect(JSON.stringify(found('D4', named))).not.toContain(SECRET.slice(5))
  })
})

describe('D5, no address limit and no end', () => {
  const open = allowing(['DNS Write'], zone('1'), ENDLESS)

  test('needs a change, no IP limit and no end', () => {
    expect(found('D5', open)[0]).toMatchObject({
      severity: 'fix-soon',
      seen: 'Policy 1 allows DNS Write on 1 zone, from any address, and it never expires.',
    })
    const except = { condition: { request_ip: { not_in: ['192.0.2.0/24'] } } }
    expect(found('D5', allowing(['DNS Write'], zone('1'), { ...ENDLESS, ...except }))[0]?.seen).toBe(
      'Policy 1 allows DNS Write on 1 zone, from all addresses except 1 range, and it never expires.',
    )
    expect(severity('D5', allowing(['DNS Read'], zone('1'), ENDLESS))).toBeUndefined()
    expect(severity('D5', allowing(['DNS Write'], zone('1')))).toBeUndefined()
    expect(severity('D5', allowing(['DNS Write'], zone('1'), { ...ENDLESS, ...from('192.0.2.0/24') }))).toBeUndefined()
    expect(severity('D5', { ...open, status: 'disabled' })).toBeUndefined()
  })

  test('an IP limit that can’t be read is called so, and no dialog changes it', () => {
    const odd = { condition: { request_ip: { in: '192.0.2.1/32' } } }
    expect(found('D5', allowing(['DNS Write'], zone('1'), { ...ENDLESS, ...odd }))[0]?.seen).toBe(
      'Policy 1 allows DNS Write on 1 zone, its IP limit can’t be read, and it never expires.',
    )
    const [minted] = found('D2', allowing(['Account API Tokens Write'], account, odd))
    expect(minted?.seen).toContain('it has an IP limit that can’t be read.')
    expect(minted?.fix).toMatchObject({ kind: 'edit', label: 'Correct the IP limit' })
    const wide = token({ condition: { ...from('0.0.0.0/0').condition, country: 'DE' } })
    expect(found('D6', wide)[0]?.fix).toMatchObject({ kind: 'edit', label: 'Correct the IP limit' })
  })

  test('unknown levels, statuses and ends count as unsafe', () => {
    expect(severity('D5', allowing(['Odd Thing'], zone('1'), ENDLESS))).toBe('fix-soon')
    expect(severity('D5', { ...open, status: 'odd' })).toBe('fix-soon')
    expect(found('D5', { ...open, expiresOn: 'soon' })[0]?.seen).toContain('“soon” can’t be read')
  })

  test('ends with an expiration', () => {
    const fix = found('D5', open)[0]?.fix
    expect(fix?.kind === 'draft' && found('D5', saved(open, fix.draft))).toEqual([])
    expect(fix).toMatchObject({ draft: { expiresOn: inDays(90) } })
  })
})

describe('D6, a limit that limits nothing', () => {
  test.each([
    [['0.0.0.0/0'], 'fix-soon'],
    [['16.0.0.0/4'], 'fix-soon'],
    [['2000::/8'], 'fix-soon'],
    [['17.0.0.0/8'], undefined],
    [['0.0.0.0/5', '8.0.0.0/5', '17.0.0.0/8'], 'fix-soon'],
    [['0.0.0.0/5', '8.0.0.0/5', '17.0.0.0/8', 'odd'], 'fix-soon'],
    [['2606:4700::/32', 'odd'], undefined],
  ])('from %s: %s', (ranges, expected) => {
    expect(severity('D6', token(from(...ranges)))).toBe(expected)
  })

  test('at most Tidy when the token does not work', () => {
    expect(severity('D6', token({ ...from('0.0.0.0/0'), status: 'disabled' }))).toBe('tidy')
  })
})

describe('D7 and D8', () => {
  test('D7 names what opens doors', () => {
    expect(found('D7', allowing(['Billing Write', 'DNS Write'], account))[0]?.seen).toBe(
      'Policy 1 allows Billing Write on this account.',
    )
    expect(severity('D7', allowing(['DNS Write'], zone('1')))).toBeUndefined()
    expect(severity('D7', allowing(['Billing Write'], account, { status: 'expired' }))).toBeUndefined()
  })

  test('D8 is DNS Write on all zones only', () => {
    expect(severity('D8', allowing(['DNS Write'], allZones))).toBe('fix-soon')
    expect(severity('D8', allowing(['DNS Write'], zone('1', '2')))).toBeUndefined()
    expect(severity('D8', allowing(['DNS Read'], allZones))).toBeUndefined()
    expect(severity('D8', allowing(['DNS Write'], allZones, ONE_ADDRESS))).toBe('review')
  })
})
