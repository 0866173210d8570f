import { REMOVED } from '#domain/secret/redact.ts'
import { isBareSecret, isRandom } from '#domain/secret/secret-value.ts'
import { isObject } from '#domain/text/is-object.ts'

/** The tokens in JSON that is an answer, an export, a list or a body; or what it is instead. */
export type FoundTokens =
  | { tokens: Record<string, unknown>[]; leftOut: number; accountId: string | null; notes?: string[] }
  | { problem: string }

/** Reads JSON that may be an answer; `null` for an unknown kind of JSON. */
export function tokensInJson(value: unknown): FoundTokens | null {
  if (Array.isArray(value)) return fromList(value, null)
  if (!isObject(value)) return null
  if (isEnvelope(value)) return fromEnvelope(value)
  const { tokens, account_id } = value
  if (Array.isArray(tokens) && !('policies' in value)) {
    if (typeof account_id !== 'string') return fromList(tokens, null)
    const states = tokens.flatMap((one) => (isReportLine(one) && isObject(one['before']) ? [one['before']] : []))
    if (states.length > 0)
      return { tokens: states, leftOut: tokens.length - states.length, accountId: account_id, notes: [AS_BEFORE] }
    // An export of this app: each entry is a token as answered, even one without policies.
    const own = tokens
      .filter(isObject)
      .filter((one) => 'policies' in one || (typeof one['id'] === 'string' && !isReportLine(one)))
    return own.length > 0
      ? { tokens: own, leftOut: tokens.length - own.length, accountId: account_id }
      : fromList(tokens, account_id)
  }
  if (isToken(value)) return { tokens: [value], leftOut: 0, accountId: null }
  const kind = kindOf(value)
  return kind === null ? null : { problem: `This is ${kind}, not a token.` }
}

/** A line of the report of a bulk action: it holds its token, and is none. */
const isReportLine = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && firstKind([REPORT_LINE], value) !== undefined && !('policies' in value)

const AS_BEFORE = 'This is the report of a bulk action: its tokens are as they were before it.'

/** Members, Access applications and user groups have policies as well, of another form, or none yet. */
const isToken = (value: Record<string, unknown>) =>
  'policies' in value &&
  !('aud' in value) &&
  !('user' in value && 'roles' in value) &&
  !(isEmpty(value['policies']) ? isCreated(value) : isOther(value['policies']))

const isEmpty = (policies: unknown) => policies === null || (Array.isArray(policies) && policies.length === 0)

/** Tokens have a status, and are issued. */
const isCreated = (value: Record<string, unknown>) =>
  ('created_on' in value || 'created_at' in value) && !('status' in value) && !('issued_on' in value)

const isOther = (policies: unknown) =>
  Array.isArray(policies) &&
  policies.every((one) => isObject(one) && !('effect' in one) && ('access' in one || 'decision' in one))

/** Only the policies of a token have both: those of members have `access`, those of Access a `decision`. */
export const isSurelyToken = ({ policies }: Record<string, unknown>): boolean =>
  Array.isArray(policies) && policies.some((one) => isObject(one) && 'effect' in one && 'permission_groups' in one)

/** What an object is instead of a token, such as "a member"; `null` for a token, and where nothing tells. */
export function otherKind(value: Record<string, unknown>): string | null {
  if ('policies' in value) return isToken(value) ? null : (kindOf(value) ?? 'something else')
  // A token can come without policies.
  return 'issued_on' in value ? null : (firstKind(KINDS, value)?.[1] ?? null)
}

const isEnvelope = (value: Record<string, unknown>) =>
  typeof value['success'] === 'boolean' || ('result' in value && !('policies' in value))

function fromEnvelope(envelope: Record<string, unknown>): FoundTokens {
  const { success, errors, result } = envelope
  if (success === false || (!('result' in envelope) && Array.isArray(errors) && errors.length > 0))
    return { problem: `This is an error response without a token${reasons(errors)}.` }
  if (typeof result === 'string' && isSecret(result))
    return { problem: 'This is a secret, not a token. Verify it on the “Verify token” page.' }
  if (Array.isArray(result)) return fromList(result, null)
  if (isObject(result)) {
    if (Array.isArray(result['tokens'])) return fromList(result['tokens'], null)
    if (isToken(result)) return { tokens: [result], leftOut: 0, accountId: null }
    return { problem: `This is ${kindOf(result) ?? 'an API response'}, not a token.` }
  }
  const isNothing = result === undefined || result === null
  return { problem: isNothing ? 'This API response is empty.' : 'This is an API response, not a token.' }
}

const isSecret = (text: string) => text === REMOVED || isBareSecret(text) || isRandom(text)

function fromList(list: unknown[], accountId: string | null): FoundTokens {
  // Concatenated answers, as by `jq -s`, count as one.
  const parts = list.map((one) => (isObject(one) && isEnvelope(one) ? fromEnvelope(one) : null))
  if (list.length > 0 && parts.every((part) => part !== null)) return together(parts)
  const tokens = list.filter((one): one is Record<string, unknown> => isObject(one) && isToken(one))
  if (tokens.length > 0) return { tokens, leftOut: list.length - tokens.length, accountId }
  if (list.length === 0) return { problem: 'This list is empty.' }
  const kind = isObject(list[0]) ? kindOf(list[0], 'list') : null
  return { problem: `This is ${kind ?? 'a list of something else'}, not of tokens.` }
}

function together(parts: FoundTokens[]): FoundTokens {
  const found = parts.filter((part) => 'tokens' in part)
  const [first] = parts
  if (found.length === 0 && first) return first
  return {
    tokens: found.flatMap(({ tokens }) => tokens),
    leftOut: parts.length - found.length + found.reduce((sum, part) => sum + part.leftOut, 0),
    accountId: null,
  }
}

/** `: 9109 Unauthorized …`, including the chain below each error. */
function reasons(errors: unknown): string {
  const said = (Array.isArray(errors) ? errors : [])
    .filter(isObject)
    .flatMap((error) => [error, ...(Array.isArray(error['error_chain']) ? error['error_chain'].filter(isObject) : [])])
  const words = said.map(({ code, message }) =>
    [code, message].filter((part) => typeof part === 'string' || typeof part === 'number').join(' '),
  )
  return words.some((word) => word !== '') ? ` (${words.filter((word) => word !== '').join('; ')})` : ''
}

type Kind = [has: string[], one: string, many: string]

const REPORT_LINE: Kind = [
  // One that was cut short has no states after it, and may have none before.
  ['id', 'name', 'outcome', 'detail'],
  'a line of the report of a bulk action',
  'a list of lines of the report of a bulk action',
]

/** Other kinds of answers, recognized by fields that only they have. The first match counts. */
const KINDS: Kind[] = [
  REPORT_LINE,
  [['apiVersion', 'kind'], 'a Kubernetes manifest', 'a list of Kubernetes manifests'],
  [['runtime', 'resources'], 'a Pulumi program', 'a list of Pulumi programs'],
  [['encrypted_data'], 'an encrypted state', 'a list of encrypted states'],
  [['aud'], 'an Access application', 'a list of Access applications'],
  [['scopes', 'name', 'id'], 'a permission group', 'a list of permission groups'],
  [['scope', 'permission_groups'], 'a policy of a member', 'a list of policies of members'],
  [['buckets'], 'a list of R2 buckets', 'lists of R2 buckets'],
  [['creation_date', 'name'], 'an R2 bucket', 'a list of R2 buckets'],
  [['name_servers'], 'a zone', 'a list of zones'],
  [['zone_id', 'content'], 'a DNS record', 'a list of DNS records'],
  [['content', 'ttl', 'type'], 'a DNS record', 'a list of DNS records'],
  [['zones'], 'a list of zones', 'lists of zones'],
  [['items'], 'a list of something else', 'lists of something else'],
  [['account', 'plan'], 'a zone', 'a list of zones'],
  [['settings', 'name'], 'an account', 'a list of accounts'],
  [['user', 'roles'], 'a member', 'a list of members'],
  [['created_on', 'policies'], 'a user group', 'a list of user groups'],
  [['roles', 'account'], 'a membership', 'a list of memberships'],
  [['email'], 'a user', 'a list of users'],
  [['hostname', 'ssl'], 'a custom hostname', 'a list of custom hostnames'],
  [['hosts', 'certificates'], 'a certificate pack', 'a list of certificate packs'],
  [['targets', 'actions'], 'a page rule', 'a list of page rules'],
  [['actor', 'action'], 'an audit log entry', 'a list of audit log entries'],
  [['usage_model'], 'a Worker', 'a list of Workers'],
  [['etag', 'modified_on'], 'a Worker', 'a list of Workers'],
  [['effect', 'resources'], 'a policy without its token', 'a list of policies without their token'],
]

/** A token has these fields as well, and more. */
const VERIFICATION = new Set(['id', 'status', 'not_before', 'expires_on'])
const isVerification = (value: Record<string, unknown>) =>
  'id' in value && 'status' in value && Object.keys(value).every((key) => VERIFICATION.has(key))

const firstKind = (kinds: Kind[], value: Record<string, unknown>) =>
  kinds.find(([has]) => has.every((key) => key in value))

function kindOf(value: Record<string, unknown>, count: 'one' | 'list' = 'one'): string | null {
  const [, one, many] = firstKind(KINDS, value) ?? vagueKind(value) ?? []
  return (count === 'one' ? one : many) ?? null
}

function vagueKind(value: Record<string, unknown>): Kind | null {
  if (isVerification(value)) return [[], 'a verification response', 'a list of verifications']
  if (!('id' in value && 'name' in value) || 'status' in value) return null
  return [[], 'an API response about something else', 'a list of something else']
}
