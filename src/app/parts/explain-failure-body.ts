import type { ApiFailure, ApiProblem } from '#app/api/errors.ts'
import { isPolicyShaped } from '#domain/policy/policy-json.ts'
import { keyMessage } from '#domain/policy/refused-key-words.ts'
import { faultyKeys } from '#domain/policy/refused-keys.ts'
import type { WirePolicyInput } from '#domain/policy/wire.ts'
import type { FailureExplanation } from './failure-explanation.ts'

/** The body of a create or an update, with its account if known. */
export type SentBody = Record<string, unknown>

/** Explains a refusal of the request body; `null` when it is not about the body. */
export function explainBody(
  { problems }: Pick<ApiFailure, 'problems'>,
  sent: SentBody | undefined,
  /** `ownTokenWords`. */
  ownToken: string,
): FailureExplanation | null {
  for (const problem of problems) {
    const found = byWords(problem, sent, ownToken) ?? byPlace(problem, sent)
    if (found) return found
  }
  return null
}

function byWords(problem: ApiProblem, sent: SentBody | undefined, ownToken: string): FailureExplanation | null {
  const { message } = problem
  if (/common permission check/i.test(message)) return permissionCheck(problem, sent, ownToken)
  const kind = /^"?([\w.*]+)"? is not a supported resource type/i.exec(message)?.[1]
  if (kind !== undefined) {
    return {
      title: `${capitalised(placeOf(problem, sent))} has an unsupported kind of resource`,
      cause: `“${kind}” can’t be a top-level resource key. Single Workers belong under the account’s key.`,
      next: 'Nest the key under the account’s, or choose other resources.',
    }
  }
  return WORDS.find(([words]) => words.test(message))?.[1] ?? null
}

/** `Failed common permission check against resources. (Permission group: "NAME")` has several causes. */
function permissionCheck(problem: ApiProblem, sent: SentBody | undefined, ownToken: string): FailureExplanation {
  const name = /Permission group: "([^"]+)"/.exec(problem.message)?.[1]
  const group = name ? `“${name}”` : 'a permission group'
  const index = policyIndexOf(problem, sent)
  const policy = index === null ? undefined : policiesOf(sent)[index]
  const isSingleZone = policy ? SINGLE_ZONE.test(JSON.stringify(policy.resources)) : true
  return {
    title: `Cloudflare rejected ${group} in ${placeOf(problem, sent)}`,
    cause: isSingleZone
      ? `It doesn’t apply to these resources, or ${ownToken} doesn’t have it on these zones.`
      : `It doesn’t apply to these resources, or ${ownToken} can’t grant it.`,
    next: isSingleZone
      ? `Move it to a separate policy with matching resources. For zones, choose all zones, or add it to ${ownToken}.`
      : 'Move it to a separate policy with matching resources.',
  }
}

const SINGLE_ZONE = /com\.cloudflare\.api\.account\.zone\.[0-9a-f]{32}/i

/** 9109 is about the credential, unless it points into the body or the body has a known problem. */
function byPlace(problem: ApiProblem, sent: SentBody | undefined): FailureExplanation | null {
  const { code, message, pointer } = problem
  if (code !== 9109 || OF_CREDENTIAL.test(message)) return null
  const accountId = typeof sent?.['account_id'] === 'string' ? sent['account_id'] : null
  const index = policyIndexOf(problem, null)
  const suspects = policiesOf(sent).flatMap((policy, at) =>
    index === null || index === at
      ? faultyKeys(policy.resources, { accountId, scopes: [], zones: [] }).map((faulty) => ({
          at,
          message: keyMessage(faulty),
        }))
      : [],
  )
  const [first] = suspects
  if (first) {
    return {
      title: `Cloudflare rejected a resource in policy ${first.at + 1}`,
      cause: first.message,
      next: pointer
        ? 'Change the resources of this policy. The credential isn’t the cause.'
        : 'Change the resources of this policy. If it’s rejected again, the credential lacks “Account API Tokens Write”.',
    }
  }
  if (!pointer) return null
  return {
    title:
      index === null
        ? 'Cloudflare rejected part of the request'
        : `Cloudflare rejected a resource in policy ${index + 1}`,
    cause: `Cloudflare points at ${pointer}: a resource of another account, or a key that account tokens can’t use.`,
    next: 'Change it. The credential isn’t the cause.',
  }
}

const OF_CREDENTIAL = /Invalid access token|Max auth failures|from location/i

function policyIndexOf({ pointer }: ApiProblem, sent: SentBody | null | undefined): number | null {
  const index = /^\/policies\/(\d+)/.exec(pointer ?? '')?.[1]
  if (index !== undefined) return Number(index)
  return policiesOf(sent ?? undefined).length === 1 ? 0 : null
}

function placeOf(problem: ApiProblem, sent: SentBody | undefined): string {
  const index = policyIndexOf(problem, sent)
  return index === null ? 'one of the policies' : `policy ${index + 1}`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function policiesOf(sent: SentBody | undefined): WirePolicyInput[] {
  const policies = sent?.['policies']
  // An item of another form keeps its position, so that numbers match the form.
  return Array.isArray(policies) ? policies.map((policy: unknown) => (isPolicyShaped(policy) ? policy : EMPTY)) : []
}

const EMPTY: WirePolicyInput = { effect: 'allow', permission_groups: [], resources: {} }

const WORDS: [words: RegExp, explanation: FailureExplanation][] = [
  [
    /nest zone under/i,
    {
      title: 'All zones must be under the account’s key',
      cause: 'Account tokens can’t use com.cloudflare.api.account.zone.* as a top-level key.',
      next: 'Choose “All zones” as the resources, or nest the key under this account’s.',
    },
  ],
  [
    /reusing existing policies/i,
    {
      title: 'A new token can’t reuse stored policies',
      cause: 'A policy in the request has the ID of a stored one.',
      next: 'Remove the IDs from the policies and try again.',
    },
  ],
  [
    /name must have a length/i,
    {
      title: 'The name is too short or too long',
      cause: 'A token’s name has 1 to 120 characters.',
      next: 'Change the name and save again.',
    },
  ],
  [
    /managed by cloudflare/i,
    {
      title: 'Managed by Cloudflare',
      cause: 'A Cloudflare product created this token and needs it.',
      next: 'Keep it, or turn off that product.',
    },
  ],
  [
    /account tokens reached|token (limit|quota)|too many tokens/i,
    {
      title: 'Token limit reached',
      cause: 'By default, Cloudflare allows 500 tokens in an account.',
      next: 'Delete unused tokens, or ask Cloudflare for a higher limit.',
    },
  ],
  [
    /permission group .*(not found|must be present)|id must be present/i,
    {
      title: 'Unknown permission group',
      cause: 'The ID of a permission group is missing or not in this account’s catalogue.',
      next: 'Remove the permission group, or choose it again from the list.',
    },
  ],
  [
    /expires_on|not_before/i,
    {
      title: 'Invalid start or expiration',
      cause: 'The expiration is in the past or before the start, or a time has the wrong format.',
      next: 'Change the start or the expiration and save again.',
    },
  ],
  [
    /cidr|request_ip/i,
    {
      title: 'Invalid IP range',
      cause: 'A range needs an address and a prefix length, such as 192.0.2.0/24.',
      next: 'Fix the range below and save again.',
    },
  ],
]
