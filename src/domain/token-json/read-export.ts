import { REMOVED } from '#domain/secret/redact.ts'
import { curlBodies, isCurl, type RequestBody } from './read-curl.ts'
import { isHcl, readHclResources, startsAsHcl, type HclResource } from './read-hcl.ts'
import { afterComments, HclRefusal } from './hcl-scanner.ts'
import { httpBodies } from './read-http-log.ts'
import { isObject } from '#domain/text/is-object.ts'
import { jsonLines, placeWords, readJsonText, readLines, valuesIn, type JsonText } from './json-text.ts'
import { readLongJson } from './long-json.ts'
import { lowerFirst, upperFirst } from '#domain/resources/families.ts'
import { nameFormat } from './name-format.ts'
import { placesIn } from '#domain/text/places-in.ts'
import { isSurelyToken, otherKind, tokensInJson } from './read-answer.ts'
import { asRequest } from './request-form.ts'
import { fromTerraform, ONLY_READ, SHOW_INSTEAD, TERRAFORM_TYPES, terraformTokens } from './read-terraform.ts'
import { withPlainPrompts } from './shell-prompts.ts'
import { tidyText } from './tidy-text.ts'
import { ACCOUNT_ID, accountInKeys } from './token-account.ts'

export { forAccount } from './token-account.ts'

/** The origin of a text; `body` is the request body itself. */
export type TokenSource = 'body' | 'answer' | 'export' | 'terraform' | 'curl' | 'http'

/** An imported token, as the body of a request. */
export type ImportedToken = {
  name: string
  body: Record<string, unknown>
  /** Its account, or the placeholder for it; `null` when unknown. */
  accountId: string | null
  /** Its address in Terraform. */
  place: string | null
  /** Fields that the API sets itself, removed from the body. */
  leftOut: string[]
}

export type ImportedTokens = {
  from: TokenSource
  tokens: ImportedToken[]
  /** The account they all come from, where the text says so. */
  accountId: string | null
  /** What was skipped, and what could not be read besides the tokens. */
  notes: string[]
}

/** All tokens in a text: an export of the app, an answer, Terraform or Pulumi, `curl` commands, a body; or why none. */
export function readExport(text: string): ImportedTokens | { problem: string } {
  if (text.trim() === '') return { problem: 'Enter JSON.' }
  const tidy = tidyText(text)
  if (tidy.text.trim() === REMOVED)
    return { problem: 'This is a secret, not a token. Verify it on the “Verify token” page.' }
  const notes = tidy.readOver.length > 0 ? [`Ignored: ${tidy.readOver.join(', ')}.`] : []
  const script = withPlainPrompts(tidy.text)
  if (/^[{[]/.test(afterComments(script))) return fromJson(tidy.text, notes)
  if (startsAsHcl(tidy.text)) return fromHcl(tidy.text, notes)
  if (isCurl(script)) return fromCurl(script, notes)
  if (isHcl(tidy.text)) return fromHcl(tidy.text, notes)
  const inside = tokensInside(tidy.text)
  if (inside) return imported('answer', inside.tokens, [...notes, 'Ignored: text around JSON.', ...inside.notes])
  const named = nameFormat(tidy.text)
  if (named) return { problem: named }
  if (!JSON_VALUE.test(tidy.text)) return { problem: 'This isn’t JSON, Terraform or a curl command.' }
  return fromJson(tidy.text, notes)
}

/** JSON that is no object or list, or a comment above it. */
const JSON_VALUE = /^\s*(?:"|\/[/*]|(?:-?\d[\d.eE+-]*|true|false|null)\s*$)/

/** The problem of JSON that is nothing known. */
export const NO_TOKEN = 'This JSON isn’t a token: a token has a name and policies.'

/** Up to this length, a problem has its place; the export of a whole account is too long. */
const LONG = 1024 * 1024

function fromJson(text: string, notes: string[]): ImportedTokens | { problem: string } {
  const long = text.length > LONG ? readLongJson(text) : null
  if (long) return 'problem' in long ? long : fromValue(long.value, notes)
  const lines = text.length > LONG ? null : jsonLines(text)
  if (lines) {
    const { values, problems } = readLines(lines)
    if (values.length === 0) return { problem: upperFirst(problems[0] ?? '') }
    // The lists of several pages are one.
    return fromValue(values.flat(), [...notes, ...problems.map((words) => `Left out: ${words}`)])
  }
  const read = readJsonText(text)
  if (!read.ok) return { problem: nameFormat(text) ?? placed(read) }
  const readOver = read.readOver.length > 0 ? [`Ignored: ${read.readOver.join(', ')}.`] : []
  return fromValue(read.value, [...notes, ...readOver])
}

function fromValue(value: unknown, notes: string[]): ImportedTokens | { problem: string } {
  const terraform = terraformTokens(value)
  if (terraform) {
    if (terraform.length === 0) return { problem: 'This Terraform JSON has no Cloudflare token.' }
    const leftOut = terraform
      .flatMap((one) => ('problem' in one ? [`${one.place}: ${one.problem}`] : (one.leftOut ?? [])))
      .map((words) => `Left out: ${words}`)
    const read = terraform.flatMap((one) => ('attributes' in one ? [importedToken(one.attributes, one)] : []))
    if (read.length === 0) return { problem: `This Terraform JSON has no token that can be read. ${leftOut.join(' ')}` }
    return imported('terraform', read, [...notes, ...leftOut])
  }
  const sent = httpBodies(value)
  if (sent) return fromBodies('http', sent, notes)
  // A body that is a text in JSON, as in a log.
  if (typeof value === 'string' && /^\s*[{[]/.test(value)) return fromJson(value, notes)
  const found = tokensInJson(value)
  if (!found) return { problem: NO_TOKEN }
  if ('problem' in found) return found
  const { tokens, leftOut, accountId, notes: told = [] } = found
  const [first] = tokens
  const isBody = first !== undefined && first === value && asRequest(first).leftOut.length === 0
  const from = isBody ? 'body' : isObject(value) && 'tokens' in value ? 'export' : 'answer'
  const others =
    leftOut > 0
      ? [`${leftOut === 1 ? '1 entry isn’t a token and is' : `${leftOut} entries aren’t tokens and are`} left out.`]
      : []
  return imported(
    from,
    tokens.map((token) => importedToken(token, { accountId })),
    [...notes, ...told, ...others],
  )
}

function fromCurl(text: string, notes: string[]): ImportedTokens | { problem: string } {
  const bodies = curlBodies(text)
  if (bodies.length === 0) {
    // A command that only reads, with its answer below.
    const answers = tokensInside(text)
    if (!answers) return { problem: 'This curl command has no body (-d).' }
    return imported('answer', answers.tokens, [...notes, ...answers.notes])
  }
  return fromBodies('curl', bodies, notes)
}

/** The tokens in JSON that begins a line of another text. */
function tokensInside(text: string): Pick<ImportedTokens, 'tokens' | 'notes'> | null {
  const found = valuesIn(text)
    .filter((value) => value.includes('"policies"'))
    .map((value) => fromJson(value, []))
  const tokens = found.flatMap((one) => ('tokens' in one ? one.tokens : []))
  const notes = found.flatMap((one, index) => {
    if ('tokens' in one) return one.notes
    return /^Line \d/.test(one.problem) ? [`Left out: value ${index + 1}, ${lowerFirst(one.problem)}`] : []
  })
  return tokens.length > 0 ? { tokens, notes } : null
}

/** The bodies of requests. One that is none is named, and takes no other with it. */
function fromBodies(
  from: 'curl' | 'http',
  bodies: RequestBody[],
  notes: string[],
): ImportedTokens | { problem: string } {
  const problems: string[] = []
  const others = new Set<string>()
  const tokens = bodies.flatMap((body) => {
    if ('problem' in body) {
      problems.push(body.problem)
      return []
    }
    const { text, address } = body
    const read = readBody(text)
    const value = read.ok && isObject(read.value) ? read.value : {}
    if (address.isFor === 'other' && !isSurelyToken(value)) {
      others.add(address.what)
      return []
    }
    const accountId = address.isFor === 'tokens' ? address.accountId : null
    if (('policies' in value || 'name' in value) && otherKind(value) === null)
      return [importedToken(value, { accountId })]
    const answer = read.ok ? tokensInJson(read.value) : null
    if (answer && 'tokens' in answer) return answer.tokens.map((token) => importedToken(token, { accountId }))
    if (!read.ok) problems.push(`The body of the command isn’t valid JSON. In it, ${lowerFirst(placed(read))}`)
    return []
  })
  const [other] = others
  const why = other === undefined ? 'This request has no token.' : `This is a request for ${other}, not for a token.`
  if (tokens.length === 0) return { problem: problems[0] ?? why }
  const leftOut = other === undefined ? [] : [`Left out: requests for ${[...others].join(', ')}.`]
  return imported(from, tokens, [...notes, ...problems, ...leftOut])
}

/** In PowerShell and cmd, the quotes of a body are escaped once more. */
function readBody(text: string): JsonText {
  const read = readJsonText(text)
  if (read.ok || !/^\s*\{\s*\\"/.test(text)) return read
  const unescaped = readJsonText(text.replaceAll(String.raw`\"`, '"'))
  return unescaped.ok ? unescaped : read
}

function fromHcl(text: string, notes: string[]): ImportedTokens | { problem: string } {
  const what = 'This is a Terraform configuration (HCL)'
  try {
    const { resources, data } = readHclResources(text, TERRAFORM_TYPES)
    const onlyRead = data.map((place) => `${place}: ${ONLY_READ}`)
    if (resources.length === 0)
      return { problem: [`${what} without a resource “cloudflare_account_token”.`, ...onlyRead].join(' ') }
    const placeOf = placesIn(text)
    const at = ({ type, name }: HclResource, offset: number) => `${type}.${name}, ${placeWords(placeOf(offset))}`
    const problems = resources.flatMap((one) => ('problem' in one ? [`${at(one, one.offset)}: ${one.problem}`] : []))
    const read = resources.flatMap((one) => {
      if ('problem' in one) return []
      const { attributes, place } = fromTerraform(one.attributes, `${one.type}.${one.name}`)
      return [importedToken(attributes, { place })]
    })
    if (read.length === 0) return { problem: `${what}. ${problems.join(' ')} ${SHOW_INSTEAD}` }
    const without = resources.flatMap((one) =>
      'problem' in one
        ? []
        : one.leftOut.map(({ key, problem, offset }) => `“${key}” of ${at(one, offset)}: ${problem}`),
    )
    return imported('terraform', read, [
      ...notes,
      ...problems.map((one) => `Left out: ${one} ${SHOW_INSTEAD}`),
      ...[...without, ...onlyRead].map((words) => `Left out: ${words}`),
    ])
  } catch (error) {
    if (!(error instanceof HclRefusal)) throw error
    return {
      problem: `${what}. ${upperFirst(placeWords(placesIn(text)(error.offset)))}: ${error.message} ${SHOW_INSTEAD}`,
    }
  }
}

function importedToken(
  token: Record<string, unknown>,
  known: { accountId?: string | null; place?: string },
): ImportedToken {
  const { body, leftOut } = asRequest(token)
  const own = token['account_id']
  const told = known.accountId ?? (typeof own === 'string' && own !== '' ? own : null)
  return {
    name: typeof body['name'] === 'string' && body['name'] ? body['name'] : 'Unnamed token',
    body,
    // As written in the keys, because that text has to be replaced.
    accountId: accountInKeys(body) ?? (told !== null && ACCOUNT_ID.test(told) ? told : null),
    place: known.place ?? null,
    leftOut,
  }
}

function imported(from: TokenSource, tokens: ImportedToken[], notes: string[]): ImportedTokens {
  const accounts = new Set(tokens.flatMap(({ accountId }) => accountId ?? []))
  const [only] = accounts
  return { from, tokens, accountId: accounts.size === 1 && only !== undefined ? only : null, notes }
}

const placed = ({ problem }: JsonText & { ok: false }) => `${upperFirst(placeWords(problem))}: ${problem.message}`
