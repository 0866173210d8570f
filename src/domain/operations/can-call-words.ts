import { familyForScope } from '#domain/permission-groups/scope-fit.ts'
import type { Effective } from '#domain/reach/effective.ts'
import { familyOf } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { withArticle } from '#domain/text/plural.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { CanCall, Via } from './can-call.ts'
import type { NeededOn } from './need.ts'

/** Names of zones and other resources, by ID. */
type Names = ReadonlyMap<string, string>

/** "Yes. Policy 2 allows DNS Write on example.com." */
export function canCallWords(answer: CanCall, names: Names = NONE): string {
  const named = (via: Pick<Via, 'group' | 'on'>) => `${safeText(via.group.name)} on ${onWords(via.on, names)}`
  switch (answer.why) {
    case 'allowed':
      return `Yes${answer.isLimited ? ', from some addresses only' : ''}. ${policiesSay(answer.via, 'allow')} ${named(answer.via)}.`
    case 'when':
      return whenWords(
        answer.effective,
        answer.via && `${policiesSay(answer.via, answer.isSure ? 'allow' : 'perhaps')} ${named(answer.via)}`,
      )
    case 'denied':
      return `No. ${policiesSay(answer.via, 'deny')} ${named(answer.via)}.`
    case 'elsewhere':
      return `No. It has ${safeText(answer.via.group.name)} on other resources, and lacks it on ${onWords(answer.via.on, names)}.`
    case 'misfit':
      return `No. ${policiesSay(answer.via, 'give')} ${safeText(answer.via.group.name)} on resources that it does not apply to.`
    case 'lacks':
      return `No. It lacks ${named(answer)}.`
    case 'unsure':
      return `Unknown. ${policiesSay(answer.via, 'perhaps')} ${named(answer.via)}.`
    case 'other-phase':
      return `Unknown. ${policiesSay(answer.via, 'allow')} ${named(answer.via)}, which is named for other rules.`
    case 'single-workers':
      return `Unknown. ${policiesSay(answer.via, 'allow')} ${named(answer.via)}. It may be another one, and Cloudflare doesn’t say whether that is enough.`
    case 'missing':
      return `Unknown. ${answer.names.map(safeText).join(', ')}: not in the list of permission groups.`
    default:
      return PLAIN[answer.why]
  }
}

const NONE: Names = new Map()

const PLAIN = {
  unreadable: 'Unknown. A policy of the token can’t be read.',
  unpublished: 'Unknown. Cloudflare doesn’t say which permission the request needs.',
  'user-only': 'No. Only user tokens can make the request.',
  unsupported: 'No. The product doesn’t support account tokens.',
  'other-account': 'No. The request is for another account.',
} as const

const STATES: Record<Exclude<Effective['by'], 'address'>, string> = {
  time: 'has a start or an end that can’t be read',
  active: 'is active',
  expiring: 'expires soon',
  scheduled: 'is not valid yet',
  expired: 'has expired',
  disabled: 'is disabled',
  revoked: 'is revoked',
  unknown: 'has an unknown status',
}

/** `allowed`: what its policies say; `null` when they cannot be read. */
function whenWords({ works, by }: Effective, allowed: string | null): string {
  const said = allowed === null ? '' : ` ${allowed}.`
  if (by !== 'address') return `${works === 'no' ? 'Not now' : 'Unknown'}. The token ${STATES[by]}.${said}`
  if (works === 'no') return `Not from this address. The token is limited to others.${said}`
  return `Unknown. The token’s IP limit can’t be read.${said}`
}

const VERBS = {
  allow: ['allows', 'allow'],
  perhaps: ['may allow', 'may allow'],
  deny: ['denies', 'deny'],
  give: ['gives', 'give'],
} as const

const policiesSay = (via: Via, verb: keyof typeof VERBS): string =>
  `${policiesOf(via)} ${VERBS[verb][via.policies.length === 1 ? 0 : 1]}`

/** "Policy 2", "Policies 1, 2 and 4"; counted from 1, as the pages do. */
function policiesOf({ policies }: Via): string {
  const numbers = policies.map((index) => `${index + 1}`)
  if (numbers.length < 2) return `Policy ${numbers.join('')}`
  return `Policies ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}

/** "this account", "example.com", "zone 4b1e…", "any zone". */
function onWords({ scope, id }: NeededOn, names: Names = NONE): string {
  if (scope === ACCOUNT_SCOPE) return 'this account'
  const family = familyForScope(scope)
  const row = family && familyOf(family)
  const noun = row?.reach === 'chosen' ? row.noun : 'resource'
  if (id === null) return withArticle(noun)
  const name = names.get(id)
  return name === undefined ? `${noun} ${safeText(id)}` : safeText(name)
}
