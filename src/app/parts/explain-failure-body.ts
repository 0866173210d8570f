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
): FailureExplanation | null {
  for (const problem of problems) {
    const found = byWords(problem, sent) ?? byPlace(problem, sent)
    if (found) return found
  }
  return null
}

function byWords(problem: ApiProblem, sent: SentBody | undefined): FailureExplanation | null {
  const { message } = problem
  if (/common permission check/i.test(message)) return permissionCheck(problem, sent)
  const kind = /^"?([\w.*]+)"? is not a supported resource type/i.exec(message)?.[1]
  if (kind !== undefined) {
    return {
      title: `${capitalised(placeOf(problem, sent))} names a kind of resource that is not taken there`,
      cause: `“${kind}” is refused as a resource key of its own. Single Workers are named under the account.`,
      next: 'Nest the key under the account, or choose other resources.',
    }
  }
  return WORDS.find(([words]) => words.test(message))?.[1] ?? null
}

/** `Failed common permission check against resources. (Permission group: "NAME")` has several causes. */
function permissionCheck(problem: ApiProblem, sent: SentBody | undefined): FailureExplanation {
  const name = /Permission group: "([^"]+)"/.exec(problem.message)?.[1]
  const group = name ? `“${name}”` : 'A permission group'
  const index = policyIndexOf(problem, sent)
  const policy = index === null ? undefined : policiesOf(sent)[index]
  const isSingleZone = policy ? SINGLE_ZONE.test(JSON.stringify(policy.resources)) : true
  return {
    title: `${group} was refused in ${placeOf(problem, sent)}`,
    cause: isSingleZone
      ? 'Either it does not apply to those resources, or they are single zones on which the token this app runs on does not hold it itself.'
      : 'It does not apply to the resources of that policy, or the token this app runs on may not give it.',
    next: isSingleZone
      ? 'Put it in a policy of its own with the resources it is for; on zones, choose all zones, or give it to the app’s own token.'
      : 'Put it in a policy of its own with the resources it is for.',
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
      title: `Policy ${first.at + 1} names a resource that is refused`,
      cause: first.message,
      next: pointer
        ? 'Change the resources of that policy. The credential is not at fault.'
        : 'Change the resources of that policy. If it is refused again, the credential lacks “Account API Tokens Write”.',
    }
  }
  if (!pointer) return null
  return {
    title:
      index === null ? 'Something in the request is refused' : `Policy ${index + 1} names a resource that is refused`,
    cause: `Cloudflare points at ${pointer}: a resource of another account, or a key that this account’s tokens may not name.`,
    next: 'Change what it points at. The credential is not at fault.',
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
      title: 'All zones have to be named under the account',
      cause: 'A policy names com.cloudflare.api.account.zone.* by itself, which is refused for tokens of an account.',
      next: 'Choose “All zones” as the resources, or nest the key under this account.',
    },
  ],
  [
    /reusing existing policies/i,
    {
      title: 'A new token cannot take the policies of another as they are',
      cause: 'A policy in the request carries the id of a stored one.',
      next: 'Take the ids out of the policies and send it again.',
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
      title: 'Cloudflare manages this token itself',
      cause: 'It was made by a product of Cloudflare’s, which needs it.',
      next: 'Leave it, or switch off the product it belongs to.',
    },
  ],
  [
    /account tokens reached|token (limit|quota)|too many tokens/i,
    {
      title: 'The account has as many tokens as it may have',
      cause: 'Cloudflare allows 500 tokens in an account, unless it was asked for more.',
      next: 'Delete tokens that are not in use, or ask Cloudflare for a higher limit.',
    },
  ],
  [
    /permission group .*(not found|must be present)|id must be present/i,
    {
      title: 'A permission group is not known to Cloudflare',
      cause: 'A policy names a group by an id that is missing or not in this account’s catalogue.',
      next: 'Take that group out, or choose it again from the list.',
    },
  ],
  [
    /expires_on|not_before/i,
    {
      title: 'The dates of the token were refused',
      cause: 'An end lies in the past or before the start, or a time has another form than the API takes.',
      next: 'Change start or end and save again.',
    },
  ],
  [
    /cidr|request_ip/i,
    {
      title: 'An IP limit was refused',
      cause: 'A range is not written as an address with a prefix length.',
      next: 'Correct the range it names and save again.',
    },
  ],
]
