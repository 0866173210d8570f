import { isObject } from '#domain/text/is-object.ts'
import { readJsonText } from './json-text.ts'

type PulumiToken = { place: string } & ({ attributes: Record<string, unknown> } | { problem: string })

/** The tokens in the resources of a state, in Terraform's terms; or why one is left out. */
export function pulumiTokens(resources: unknown[]): PulumiToken[] {
  return resources.filter(isObject).flatMap(({ type, urn, inputs, outputs, delete: isDeleted }): PulumiToken[] => {
    if (!/^cloudflare:index\/(?:accountToken:AccountToken|apiToken:ApiToken)$/.test(String(type))) return []
    // A resource that is not created yet has no outputs.
    const attributes = isObject(outputs) && Object.keys(outputs).length > 0 ? outputs : inputs
    if (!isObject(attributes)) return []
    const place = String(urn).split('::').at(-1) ?? ''
    if (isDeleted === true) return [{ place, problem: 'Pulumi will delete this token.' }]
    const known = shown(attributes)
    // No request has the value of a token.
    const hidden = Object.keys(known).find((key) => key !== 'value' && hasHidden(known[key]))
    if (hidden !== undefined) return [{ place, problem: `“${hidden}” is encrypted or unknown. ${SHOW_SECRETS}` }]
    return [{ place, attributes: inSnakeCase(known) }]
  })
}

const SHOW_SECRETS = 'Use the output of “pulumi stack export --show-secrets” instead.'

/** How a state marks a secret, and a value that is not known yet (https://www.pulumi.com/docs/iac/concepts/secrets/). */
const SIGNATURE = '4dabf18193072939515e22adb298388d'
const SECRET = '1b47061264138c4ac30d75fd1eb44270'
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'

const isSecret = (value: Record<string, unknown>) => value[SIGNATURE] === SECRET

/** The same with the secrets whose text is there. */
function shown(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shownValue(inner)]))
}

function shownValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shownValue)
  if (!isObject(value)) return value
  if (!isSecret(value)) return shown(value)
  const read = typeof value['plaintext'] === 'string' ? readJsonText(value['plaintext']) : null
  return read?.ok ? read.value : value
}

function hasHidden(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasHidden)
  return isObject(value) ? isSecret(value) || Object.values(value).some(hasHidden) : value === UNKNOWN
}

const RENAMED = new Map([
  ['ins', 'in'],
  ['notIns', 'not_in'],
  ['notIn', 'not_in'],
])

/** Pulumi's bridge writes the same attributes in camel case, and `in` as `ins`. */
function inSnakeCase(value: Record<string, unknown>): Record<string, unknown> {
  const inner = (one: unknown): unknown =>
    Array.isArray(one) ? one.map(inner) : isObject(one) ? inSnakeCase(one) : one
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('__'))
      .map(([key, one]) => {
        const name = RENAMED.get(key) ?? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        // The keys of resources are the API's own, not renamed by the bridge.
        return [name, key === 'resources' ? one : inner(one)]
      }),
  )
}
