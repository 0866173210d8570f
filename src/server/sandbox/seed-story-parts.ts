import { SCOPE } from './catalogue.ts'
import { seededId, seededRandom } from './random.ts'
import type { Part } from './seed-personas.ts'
import { policy } from './seed-policy.ts'
import { isWhole } from './seed-special.ts'
import type { Account, StoredPolicy, StoredToken } from './types.ts'
import { DAY, wireTime } from './wire-time.ts'

/** A token of the story. Times are in days from now. */
export type StoryToken = {
  name: string | ((account: Account) => string)
  issued: number
  modified?: number
  used: number | null
  /** The exact time of `day` from now on, so that several tokens end on one morning. */
  ends?: number | { day: number; hour: number }
  starts?: number
  from?: readonly string[]
  except?: readonly string[]
  parts: (account: Account) => Part[]
}

/** The token of a story, if the account has all that it names. */
export function storyToken(account: Account, story: StoryToken, now: number): StoredToken | null {
  const parts = story.parts(account)
  if (!isWhole(parts)) return null
  const { issued, modified = issued, used, ends, starts, from, except } = story
  const at = (days: number) => wireTime(now + days * DAY)
  const name = typeof story.name === 'string' ? story.name : story.name(account)
  return {
    id: seededId(`story ${name} of ${account.id}`),
    name,
    status: 'active',
    issued_on: at(issued),
    modified_on: at(modified),
    last_used_on: used === null ? null : at(used),
    ...(starts !== undefined && { not_before: at(starts) }),
    ...(ends !== undefined && { expires_on: typeof ends === 'number' ? at(ends) : wireTime(hourOf(ends, now)) }),
    ...(from && { condition: { request_ip: { in: [...from], ...(except && { not_in: [...except] }) } } }),
    creator_email_at_creation: 'ops@northwind.example',
    policies: parts.map((part, index) => ({ ...policy(account, `story ${name} ${index}`, [], {}), ...part })),
  }
}

const hourOf = ({ day, hour }: { day: number; hour: number }, now: number) =>
  (Math.floor(now / DAY) + day) * DAY + (hour / 24) * DAY

/** Permission groups by name. With two of one name, the one of the scope, or the account's. */
export const on = (
  account: Account,
  resources: StoredPolicy['resources'],
  names: readonly string[],
  scope?: string,
): Part => ({
  permission_groups: names.flatMap((name) => {
    const found = account.catalogue.find(
      (group) => group.name === name && (scope === undefined || group.scopes[0] === scope),
    )
    return found ? [{ id: found.id, name: found.name, ...(found.meta && { meta: found.meta }) }] : []
  }),
  resources,
})

/** One zone of the account, or nothing where it has fewer. */
export function zones({ zones }: Account, index: number): StoredPolicy['resources'] {
  const zone = zones[index]
  return zone ? { [`${SCOPE.zone}.${zone.id}`]: '*' } : {}
}

export const everyWrite = ({ catalogue }: Account, amount: number) =>
  catalogue
    .flatMap(({ name, scopes, meta }) =>
      scopes[0] === SCOPE.account && /(?:Write|Edit)$/.test(name) && !/Tokens|Turnstile|^Intel/.test(name) && !meta
        ? [name]
        : [],
    )
    .slice(0, amount)

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** As if a secret had been pasted into the field of the name: of the form of those before 2026, and of no token. */
export function madeUpSecret(accountId: string): string {
  const random = seededRandom(`made up ${seededId(accountId)}`)
  const letters = Array.from({ length: 39 }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join('')
  // In the middle of the names, so that it is neither first nor last in a list.
  return `m${letters}`
}
