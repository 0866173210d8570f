import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import document from './openapi-tokens.json' with { type: 'json' }

/**
 * Extends the official schema where live answers are wider (its `x-note`s): statuses beyond the enum, codes below 1000,
 * and `nullable`, which JSON Schema does not know.
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
  // A catalogue may have scopes that the schema does not list yet.
  if (Array.isArray(schema['enum']) && schema['enum'].includes('com.cloudflare.api.account')) delete schema['enum']
  // A failure's result is null by enum, but its type says object.
  if (nullable && Array.isArray(schema['enum'])) delete schema['type']
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema
}

/** Observed live as null (`docs/api-behaviour.md` §2.2); by the schema they can only be absent. */
const NULLABLE_LIVE = new Set(['iam_expires_on', 'iam_not_before'])

const definitions: Record<string, unknown> = Object.fromEntries(
  Object.entries(document.components.schemas).map(([name, schema]) => [
    name,
    toJsonSchema(NULLABLE_LIVE.has(name) ? { ...schema, nullable: true } : schema),
  ]),
)
// The schema does not describe the items of a list of zones, and has no Workers.
definitions['zones_list'] = {
  allOf: [
    { $ref: '#/definitions/zones_api-response-common' },
    { properties: { result: { type: 'array', items: { $ref: '#/definitions/zones_zone' } } } },
  ],
}

const ajv = new Ajv({ strict: false, allErrors: true })
// The default export is the function itself under NodeNext, and contains it under bundlers.
const withFormats = addFormats as unknown as typeof addFormats.default
withFormats(ajv)
const validators = new Map<string, ValidateFunction>()

/** Problems with the shape of an answer; empty when it matches the schema. */
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
