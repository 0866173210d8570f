import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import document from './openapi-tokens.json' with { type: 'json' }

/**
 * Where live answers are wider than the official schema (its `x-note`s): statuses
 * beyond the enum, codes below 1000, and `nullable`, which JSON Schema does not know.
 */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...schema } = Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-') && key !== 'example' && key !== 'discriminator')
      .map(([key, inner]) => [
        key,
        key === '$ref' ? String(inner).replace('#/components/schemas/', '#/definitions/') : toJsonSchema(inner),
      ]),
  ) as Record<string, unknown>
  if (schema['minimum'] === 1000) delete schema['minimum']
  if (Array.isArray(schema['enum']) && schema['enum'].includes('disabled')) delete schema['enum']
  // A catalogue may name scopes that the schema does not list yet.
  if (Array.isArray(schema['enum']) && schema['enum'].includes('com.cloudflare.api.account')) delete schema['enum']
  // A failure's result is null by enum; its type says object.
  if (nullable && Array.isArray(schema['enum'])) delete schema['type']
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema
}

/** Seen live as null (`docs/api-behaviour.md` §2.2), where the schema knows them absent only. */
const NULLABLE_LIVE = new Set(['iam_expires_on', 'iam_not_before'])

const definitions: Record<string, unknown> = Object.fromEntries(
  Object.entries(document.components.schemas).map(([name, schema]) => [
    name,
    toJsonSchema(NULLABLE_LIVE.has(name) ? { ...schema, nullable: true } : schema),
  ]),
)
// The schema leaves out what a list of zones holds, and has no Workers.
definitions['zones_list'] = {
  allOf: [
    { $ref: '#/definitions/zones_api-response-common' },
    { properties: { result: { type: 'array', items: { $ref: '#/definitions/zones_zone' } } } },
  ],
}

const ajv = new Ajv({ strict: false, allErrors: true })
// The module's default export is the function itself under NodeNext, and holds it under bundlers.
const withFormats = addFormats as unknown as typeof addFormats.default
withFormats(ajv)
const validators = new Map<string, ValidateFunction>()

/** What is wrong with an answer's shape; empty when it is as the schema says. */
export function schemaProblems(method: string, path: string, isSuccess: boolean, body: unknown): string[] {
  const name = schemaName(method, path, isSuccess)
  const validate = validators.get(name) ?? ajv.compile({ $ref: `#/definitions/${name}`, definitions })
  validators.set(name, validate)
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

function schemaName(method: string, path: string, isSuccess: boolean): string {
  if (!isSuccess) return 'iam_api-response-common-failure'
  if (path.endsWith('/tokens/verify')) return 'iam_token_verify_response_single_segment'
  if (path.endsWith('/permission_groups')) return 'iam_permissions_group_response_collection'
  if (path.endsWith('/value')) return 'iam_response_single_value'
  if (path.endsWith('/r2/buckets')) return 'r2_v4_response_list'
  if (path === '/zones') return 'zones_list'
  if (/\/workers\/\w+$/.test(path)) return 'iam_api-response-collection'
  if (path === '/accounts') return 'iam_api-response-collection'
  if (method === 'DELETE') return 'iam_api-response-single-id'
  if (method === 'POST') return 'iam_single_token_create_response'
  return path.endsWith('/tokens') ? 'iam_collection_tokens_response' : 'iam_single_token_response'
}
