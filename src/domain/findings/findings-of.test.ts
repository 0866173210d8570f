import { describe, expect, test } from 'vitest'
import { account, zone } from '#domain/reach/testing.ts'
import { diffTokens, type Change } from '#domain/token/diff.ts'
import { draftOf } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import type { Listed } from './context.ts'
import { SEVERITIES, SEVERITY_LABELS, type Evidence } from './finding.ts'
import { findingsOf, findingsReader } from './findings-of.ts'
import { randomTokens, SECRET } from './generated-tokens.ts'
import { FAMILIES } from './rule.ts'
import { RULES } from './rules.ts'
import { allowing, context, found, LISTED, NOW, ONE_ADDRESS, policy, reachOf, saved, token } from './testing.ts'

const find = (tokens: readonly Token[], fields: Partial<typeof context> = {}) =>
  findingsOf(reachOf(tokens, { ...context, ...fields }), { ...context, ...fields })

describe('5,000 tokens of every kind', () => {
  const tokens = randomTokens(5000)
  const byId = new Map(tokens.map((one) => [one.id, one]))
  const { findings, silent } = find(tokens, LISTED)

  test('every rule fires, and none is silent', () => {
    const fired = new Set(findings.map(({ rule }) => rule))
    // Of the account's size, and of the app's own token.
    expect(RULES.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual(['D3', 'O5', 'O6'])
    expect(silent).toEqual([])
  })

  test('come with the most urgent first', () => {
    const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })

  test('have findings that differ, and are the same again in any order of tokens and policies, whatever the ids of those', () => {
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
    const moved = tokens.map(({ wire }) => {
      const policies = Array.isArray(wire.policies)
        ? wire.policies.map((one: unknown, index) => withId(one, index))
        : []
      return token({ ...wire, policies: policies.toReversed() })
    })
    const again = find(moved.toReversed(), LISTED).findings
    expect(again.map(({ fingerprint, severity }) => [fingerprint, severity])).toEqual(
      findings.map(({ fingerprint, severity }) => [fingerprint, severity]),
    )
  })

  test('lose each finding whose draft is saved, without more access than before', () => {
    const drafts = findings.flatMap((finding) => {
      const stored = byId.get(finding.tokenId ?? '')
      return stored && finding.fix.kind === 'draft' ? [{ finding, stored, draft: finding.fix.draft }] : []
    })
    expect(new Set(drafts.map(({ finding }) => finding.rule))).toEqual(
      new Set(['D2', 'D5', 'N2', 'N3', 'N4', 'N5', 'N7', 'N8', 'N9', 'N10', 'I4']),
    )
    const fixed = drafts.map(({ stored, draft }, index) => ({ ...saved(stored, draft), id: `${index}` }))
    const after = find(fixed, LISTED).findings
    const facts = new Map<string, Set<string>>()
    for (const { tokenId, rule, evidence } of after) {
      const key = `${tokenId} ${rule}`
      facts.set(key, new Set([...(facts.get(key) ?? []), ...evidence.map(textOf)]))
    }
    const left = drafts.filter(({ finding: { rule, evidence } }, index) =>
      evidence.some((one) => facts.get(`${index} ${rule}`)?.has(textOf(one))),
    )
    expect(left.map(({ finding }) => finding)).toEqual([])
    // The twin of a permission is another permission, and so is its replacement.
    const wider = drafts.filter(
      ({ finding: { rule }, stored, draft }) =>
        !['N7', 'N10'].includes(rule) && gains(diffTokens(draftOf(stored), draft, NOW, context.accountId)),
    )
    expect(wider.map(({ finding }) => finding)).toEqual([])
  })

  test('are calmer when disabled, and lose what an expiration or a roll ends', () => {
    for (const { rule, tokenId, fix } of findings) {
      const stored = byId.get(tokenId ?? '')
      if (!stored || fix.kind !== 'action' || tokenId?.endsWith('0') !== true) continue
      if (fix.action.kind === 'disable')
        expect(found(rule, { ...stored, status: 'disabled' }, LISTED)[0]?.severity ?? 'tidy').toBe('tidy')
      if (fix.action.kind === 'expiry' && rule !== 'D2')
        expect(found(rule, { ...stored, expiresOn: fix.action.expiresOn }, LISTED)).toEqual([])
    }
  })

  test('never tell a secret from a name', () => {
    expect(findings.some(({ rule }) => rule === 'D4')).toBe(true)
    expect(
      JSON.stringify(findings.map(({ seen, evidence, fingerprint }) => [seen, evidence, fingerprint])),
    ).not.toContain(SECRET.slice(5, 30))
  })
})

const gains = (changes: Change[]) => changes.some((change) => change.kind === 'grant' && change.sense === 'gained')

const withId = (policy: unknown, index: number) =>
  typeof policy === 'object' && policy !== null ? { ...policy, id: `policy ${index}` } : policy

const textOf = ({ groupId, target, field, value }: Evidence) => [groupId, target, field, value].join('|')

describe('the order of findings', () => {
  const wide = (fields: object) => allowing(['Page Rules Write'], account, { expires_on: null, ...fields })
  const narrow = (fields: object) => allowing(['Page Rules Write'], zone('1'), { expires_on: null, ...fields })

  test('within a severity: in use, then wide, then old', () => {
    const old = '2026-10-01T00:00:00Z'
    const tokens = [
      narrow({ id: 'a young one', last_used_on: old }),
      narrow({ id: 'old', last_used_on: old, issued_on: '2026-09-30T00:00:00Z' }),
      wide({ id: 'wide', last_used_on: old }),
      narrow({ id: 'used' }),
    ]
    expect(found('N11', tokens).map(({ tokenId }) => tokenId)).toEqual(['used', 'wide', 'old', 'a young one'])
  })
})

test('rules that lack what they need are silent and say so', () => {
  const { silent, findings } = find([token()], { catalogue: undefined, isComplete: false, totalCount: null })
  expect(silent.map(({ rule }) => rule)).toEqual(['W6', 'N2', 'N6', 'N10', 'T12', 'O6'])
  expect(silent[0]?.why).toBe('The permission groups of the account can’t be read.')
  expect(findings).toEqual([])
})

test('a good token has no findings, and no tokens have none', () => {
  expect(find([token()]).findings).toEqual([])
  expect(find([]).findings).toEqual([])
})

test('few addresses ease what a stolen secret could do, and nothing else', () => {
  const rules = find([allowing(['Page Rules Write'], account, { expires_on: null, ...ONE_ADDRESS })]).findings
  expect(rules.find(({ rule }) => rule === 'T3')?.severity).toBe('review')
  expect(rules.find(({ rule }) => rule === 'N11')?.severity).toBe('review')
})

test.each([undefined, [7]])('policies that can’t be read (%j) may change something', (policies) => {
  const rules = find([token({ expires_on: null, policies })]).findings
  expect(rules.find(({ rule }) => rule === 'T3')?.severity).toBe('fix-soon')
})

/** What a reader finds, and how many steps it took. */
function readAll(steps: ReturnType<ReturnType<typeof findingsReader>>) {
  for (let count = 0; ; count += 1) {
    const step = steps.next()
    if (step.done) return { findings: step.value, steps: count }
  }
}

describe('a reader', () => {
  const reach = reachOf(randomTokens(120))

  /** The same tokens, and how often a part of them was read. */
  const countedBy = (part: 'statements' | 'parts') => {
    let count = 0
    const counting = reach.map((one) =>
      Object.defineProperty({ ...one }, part, {
        get: () => {
          count += 1
          return one[part]
        },
      }),
    )
    return { counting, asked: () => count }
  }

  test('finds in steps what is found at once', () => {
    const read = readAll(findingsReader(context)(reach, context))
    expect(read.findings).toEqual(findingsOf(reach, context))
    expect(read.steps).toBeGreaterThan(24)
  })

  test('judges a token once while the account grows', () => {
    const { counting, asked } = countedBy('statements')
    const read = findingsReader(context)
    for (const known of [50, 100]) readAll(read(counting.slice(0, known), { isComplete: false, totalCount: 120 }))
    expect(readAll(read(counting, context)).findings).toEqual(findingsOf(reach, context))
    const [before, steps] = [asked(), readAll(read(counting, context)).steps]
    expect(asked()).toBe(before)
    expect(steps).toBeLessThan(18)
  })

  test('judges anew only what asks for lists when other zones or buckets are listed', () => {
    const { counting, asked } = countedBy('parts')
    const read = findingsReader(context)
    const texts = new Set<string>()
    /** How often a run asks what the tokens hold. */
    const costOf = (listed: Listed) => {
      const before = asked()
      const { findings } = readAll(read(counting, { ...context, ...listed }))
      expect(findings).toEqual(findingsOf(reach, { ...context, ...listed }))
      texts.add(JSON.stringify(findings))
      return asked() - before
    }
    const [first, again] = [costOf({}), costOf({})]
    expect(first).toBeGreaterThanOrEqual(again + reach.length)
    const { listings, ownToken } = LISTED
    const others = { ...listings, zones: { ...listings.zones, items: [] } }
    for (const listed of [
      { zoneCount: 12 },
      { zoneCount: 12, bucketCount: 0 },
      { listings },
      LISTED,
      { ownToken, listings: others },
    ])
      expect(costOf(listed)).toBe(again)
    expect(texts.size).toBe(5)
    expect(costOf({})).toBe(again)
    expect(texts.size).toBe(5)
  })

  test('goes on in steps after a run that was given up', () => {
    const read = findingsReader(context)
    readAll(read(reach, context))
    const usual = readAll(read(reach, context)).steps
    read(reach, { ...context, ...LISTED }).next()
    expect(readAll(read(reach, { ...context, ...LISTED })).steps).toBeGreaterThan(usual + 10)
  })

  test('compares tokens again when one is gone', () => {
    const twins = reachOf([token({ id: 'a' }), token({ id: 'b' })])
    const read = findingsReader(context)
    const rules = (tokens: typeof twins) =>
      readAll(read(tokens, context)).findings.findings.filter(({ rule }) => rule === 'O1').length
    expect([rules(twins), rules(twins.slice(1)), rules(twins)]).toEqual([2, 0, 2])
  })
})

test('a token with 20 policies of 200 permissions on 200 zones is judged as a whole', () => {
  const zones = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `com.cloudflare.api.account.zone.${index.toString(16).padStart(32, '0')}`,
      '*',
    ]),
  )
  const names = Array.from({ length: 200 }, (_, index) => `Thing ${index} Write`)
  const large = token({ policies: Array.from({ length: 20 }, () => policy(names, zones)) })
  expect(find([large]).findings.map(({ rule }) => rule)).toEqual(['N6', 'N5'])
})

test('severities and families have words', () => {
  expect(SEVERITIES.map((severity) => SEVERITY_LABELS[severity])).toEqual(['Act now', 'Fix soon', 'Review', 'Tidy'])
  expect(new Set(RULES.map(({ family }) => FAMILIES[family])).size).toBe(6)
})

test('every rule has its words and an id of its own', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  for (const { title, why, unseen } of RULES) expect([title, why, unseen].every((text) => text.length > 3)).toBe(true)
})
