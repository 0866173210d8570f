import { count } from '#domain/text/plural.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import type { Context } from './context.ts'
import { isBefore } from './days.ts'
import type { TokenFacts } from './facts.ts'
import { NO_FIX, type Evidence, type Fix } from './finding.ts'
import { findOwn } from './order-own.ts'
import { findParts } from './order-parts.ts'
import { seenIf, type Rule, type SeenIn } from './rule.ts'
import { otherNames, twinsOf } from './twins.ts'

const order = { family: 'order', about: 'function' } as const

export const ORDER_RULES: Rule[] = [
  {
    ...order,
    id: 'O1',
    title: 'Twins',
    why: 'One was meant to take the place of the other.',
    unseen: 'Which program uses which, and whether a replacement is under way.',
    guards: ['Policies with fields that Token Desk does not know.'],
    findAcross: findTwins,
  },
  {
    ...order,
    id: 'O2',
    title: 'Unused part of another token',
    why: 'Another token does this already.',
    unseen: 'Whether it is kept for a separate job.',
    guards: ['Tokens that were used lately, or are new.', 'Another IP limit.', 'Tokens for emergencies.'],
    findAcross: findParts,
  },
  {
    ...order,
    id: 'O3',
    title: 'Same name',
    why: 'Audit logs name tokens.',
    unseen: 'Which of them a log means.',
    guards: ['Tokens that do not work.'],
    findAcross: findSameNames,
  },
  {
    ...order,
    id: 'O5',
    title: 'The token of Token Desk',
    why: 'This tool should follow its own rules.',
    unseen: 'Whether something else uses the same token.',
    guards: ['What Token Desk needs: tokens, zones, buckets and Workers.'],
    find: findOwn,
  },
  {
    ...order,
    id: 'O6',
    needs: 'count',
    title: 'Nearly full',
    why: 'When the account is full, no token can be created.',
    unseen: 'The number that Cloudflare allows this account.',
    guards: [],
    findAcross: (_, { totalCount, settings: { quota } }) =>
      seenIf((totalCount ?? 0) >= quota * NEARLY, () => ({
        severity: 'review',
        seen: `The account has ${totalCount} of ${count(quota, 'token')}.`,
        evidence: [{ field: 'totalCount' }],
        fix: NO_FIX,
      })).map((seen) => ({ ...seen, facts: null })),
  },
]

const NEARLY = 0.8

function findTwins(all: readonly TokenFacts[], { now }: Context): SeenIn[] {
  return all.flatMap((facts) => {
    const twins = twinsOf(facts, all)
    const { live } = twins
    const others = live.length - 1
    if (!facts.isLive || others < 1) return []
    return [
      {
        facts,
        severity: others >= 2 ? ('review' as const) : ('tidy' as const),
        seen: `It can do the same as ${otherNames(facts, twins)}, from the same addresses.`,
        evidence: twinEvidence(facts, live),
        fix: spareFix(facts, live, now),
      },
    ]
  })
}

const NAMED = 5

/** A few by id, and their number. */
const twinEvidence = (facts: TokenFacts, live: readonly TokenFacts[]): Evidence[] => [
  { field: 'twins', value: `${live.length - 1}` },
  ...live
    .slice(0, NAMED + 1)
    .filter((twin) => twin !== facts)
    .slice(0, NAMED)
    .map(({ token }) => ({ field: 'twin', value: token.id })),
]

/** The one that is not in use may go, unless it outlives those that are: then it may be what is to replace them. */
function spareFix({ token }: TokenFacts, live: readonly TokenFacts[], now: number): Fix {
  // A new one may be about to take the place of the other.
  const isSpare = ({ lastUsedOn, issuedOn }: Token) =>
    lastUsedOn === null ? isBefore(issuedOn, 30, now) : isBefore(lastUsedOn, 30, now)
  return isSpare(token) && live.some((twin) => !isSpare(twin.token) && endOf(twin.token) >= endOf(token))
    ? { kind: 'action', label: 'Delete', action: { kind: 'delete' } }
    : NO_FIX
}

/** In ms since 1970; Infinity without one, and NaN for one that cannot be read. */
const endOf = ({ expiresOn }: Token): number => (expiresOn === null ? Infinity : msOf(expiresOn))

function findSameNames(all: readonly TokenFacts[]): SeenIn[] {
  const named = new Map<string, TokenFacts[]>()
  for (const facts of all) {
    if (!facts.isLive) continue
    const name = facts.token.name.trim().toLowerCase()
    const same = named.get(name)
    if (same) same.push(facts)
    else named.set(name, [facts])
  }
  return [...named.values()].flatMap((same) =>
    seenIf(same.length > 1, () => ({
      severity: 'tidy',
      seen: `${count(same.length - 1, 'other token')} that ${same.length === 2 ? 'works has' : 'work have'} the same name.`,
      evidence: [{ field: 'name' }],
      fix: { kind: 'edit', label: 'Rename' },
    })).flatMap((seen) => same.map((facts) => ({ ...seen, facts }))),
  )
}
