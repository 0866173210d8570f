import { NEEDED, SCOPE } from './catalogue.ts'
import { seededId } from './random.ts'
import { accountOf, allBuckets, allZones, bucketsOf, PERSONAS, rangesOf, zonesOf } from './seed-personas.ts'
import { policy } from './seed-policy.ts'
import { isSpecial, specialToken } from './seed-special.ts'
import { storyToken } from './seed-story-parts.ts'
import { STORY } from './seed-story.ts'
import type { Account, StoredPolicy, StoredToken } from './types.ts'
import { DAY, wireTime } from './wire-time.ts'

const isDisabled = (index: number) => index % 17 === 5
const isScheduled = (index: number) => index % 29 === 7

/** The positions of the story among the tokens of the company. */
const STORY_POSITIONS = Array.from({ length: 110 }, (_, at) => 28 + at)
  .filter((index) => (index % 5 === 1 || index % 5 === 3) && !isSpecial(index))
  .filter((index) => !isDisabled(index) && !isScheduled(index))

/** A token of a typical company, or one of its story. */
export function companyToken(account: Account, index: number, now: number, random: () => number): StoredToken {
  const story = STORY[STORY_POSITIONS.indexOf(index)]
  const told = story ? storyToken(account, story, now) : null
  const token = told ?? ordinaryToken(account, index, now, random)
  return { ...token, policies: inNumber(account, token.policies, `token ${index}`, random) }
}

function ordinaryToken(account: Account, index: number, now: number, random: () => number): StoredToken {
  const persona = PERSONAS[index % PERSONAS.length] ?? PERSONAS[0]
  const round = Math.floor(index / PERSONAS.length)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  // Most are younger than a year and were changed since; few are forgotten.
  const age = Math.floor((2 + random() * (index % 9 === 8 ? 690 : 300)) * DAY)
  const issued = now - age
  const modified = random() < 0.4 ? issued : issued + Math.floor(random() * age)
  const neverUsed = random() < 0.04
  const suffix = ['', '-staging', '-eu', '-2', '-legacy', '-test', '-apac', '-old'][round] ?? `-${round}`
  const key = `token ${index}`

  const fates = { disabled: isDisabled(index), revoked: index === 40, scheduled: isScheduled(index) }
  const expiry = expiryOf(index, issued, now, random)
  // An expired token was out of use before it ended.
  const lastUse = Math.max(modified, Math.min(now, (expiry ?? now) - 10 * DAY))
  const used = modified + Math.floor((1 - random() ** 5) * (lastUse - modified))
  const name =
    index === 11 ? 'Invoice \u202Efdp.exe\u202C uploader\u200B' : index === 23 ? longName() : persona.name + suffix
  const special = specialToken(account, index)
  return {
    id: seededId(`${key} of ${account.id}`),
    name: special?.name ?? name,
    status: fates.revoked ? 'revoked (exposed)' : fates.disabled ? 'disabled' : 'active',
    issued_on: wireTime(issued),
    modified_on: wireTime(modified),
    last_used_on: neverUsed || fates.scheduled ? null : wireTime(used),
    ...(fates.scheduled && { not_before: wireTime(now + 9 * DAY) }),
    ...(expiry !== null && { expires_on: wireTime(Math.max(expiry, issued + DAY)) }),
    ...conditionOf(index),
    ...(index % 5 !== 4 && { creator_email_at_creation: pick(CREATORS) ?? CREATORS[0] }),
    ...(index % 31 === 9 && { provisioner_type: 'oauth', provisioner_id: index % 2 ? null : seededId(key) }),
    policies: policiesOf(account, index, key, random),
  }
}

const CREATORS = [
  'mara@northwind.example',
  'jonas@northwind.example',
  'priya@northwind.example',
  'ops@northwind.example',
  'l.okafor@contractors.example',
] as const

const longName = () =>
  'integration with the partner portal for nightly stock and price synchronisation '.repeat(2).slice(0, 120)

function expiryOf(index: number, issued: number, now: number, random: () => number): number | null {
  if (index % 7 === 3) return null
  if (index % 19 === 4) return now - Math.floor((1 + random() * 27) * DAY)
  if (index % 37 === 10) return now - 60 * DAY
  if (index % 13 === 2) return now + Math.floor((16 + random() * 14) * DAY)
  // Within a year of their start, as most companies ask for.
  const left = Math.max(60, 360 - (now - issued) / DAY)
  return now + Math.floor((31 + random() * (left - 31)) * DAY)
}

function conditionOf(index: number): Pick<StoredToken, 'condition'> {
  if (index % 5 === 0) return {}
  if (index % 23 === 6) return { condition: { request_ip: { not_in: ['203.0.113.0/24'] } } }
  const [ipv4, ipv6] = rangesOf(index)
  const ranges = index % 11 === 3 ? [ipv4] : [ipv4, ipv6]
  return {
    condition: { request_ip: { in: ranges, ...(index % 11 === 7 && { not_in: [ipv4.replace('.0/28', '.7/32')] }) } },
  }
}

function policiesOf(account: Account, index: number, key: string, random: () => number): StoredPolicy[] {
  const persona = PERSONAS[index % PERSONAS.length] ?? PERSONAS[0]
  const scopeOf = new Map(account.catalogue.map((group) => [group.id, group.scopes[0]]))
  const byScope = (scope: string) => persona.groups.filter((id) => scopeOf.get(id) === scope)
  const policies = [
    ...[byScope(SCOPE.account)]
      .filter((groups) => groups.length > 0)
      .map((groups) => policy(account, `${key} account`, groups, accountOf(account.id))),
    ...[byScope(SCOPE.zone)]
      .filter((groups) => groups.length > 0)
      .map((groups) => policy(account, `${key} zones`, groups, zoneResources(account, groups, random))),
    ...[byScope(SCOPE.bucket)]
      .filter((groups) => groups.length > 0)
      .map((groups) =>
        policy(account, `${key} buckets`, groups, random() < 0.3 ? allBuckets(account.id) : bucketsOf(account, random)),
      ),
  ]
  if (index === 15)
    policies.push(
      policy(account, `${key} gone zone`, [NEEDED.zoneRead], {
        [`com.cloudflare.api.account.zone.${seededId('gone')}`]: '*',
      }),
    )
  if (index === 18)
    policies.push(
      policy(account, `${key} unknown`, [seededId('a group nobody knows')], {
        'com.cloudflare.api.account.flagship.app.7f3a': '*',
      }),
    )
  const special = specialToken(account, index)?.parts.map((part, at) => ({
    ...policy(account, `${key} special ${at}`, [], {}),
    ...part,
  }))
  return special ?? policies
}

/** As many policies as the scenario asks for. */
function inNumber(account: Account, policies: StoredPolicy[], key: string, random: () => number): StoredPolicy[] {
  const wanted = account.scenario.policiesPerToken
  if (wanted === null) return policies
  const [fewest, most] = typeof wanted === 'number' ? [wanted, wanted] : wanted
  const length = fewest + Math.floor(random() * (most - fewest + 1))
  return Array.from({ length }, (_, at) => ({
    ...(policies[at % policies.length] ?? policy(account, key, [NEEDED.zoneRead], allZones(account.id))),
    id: seededId(`policy ${key} ${at} of ${account.id}`),
  }))
}

/** Reports may read all zones; what changes zones names them. */
function zoneResources(account: Account, groups: readonly string[], random: () => number): StoredPolicy['resources'] {
  const onlyReads = groups.every((id) =>
    account.catalogue.some((group) => group.id === id && group.name.endsWith(' Read')),
  )
  return onlyReads && random() < 0.5 ? allZones(account.id) : zonesOf(account, random)
}
