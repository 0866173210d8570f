import { isObject } from '#domain/text/is-object.ts'
import { HclRefusal, isTemplate, plainText } from './hcl-scanner.ts'
import { readJsonText } from './json-text.ts'
import { pulumiTokens } from './read-pulumi.ts'
import { unknownInPlan } from './unknown-in-plan.ts'
import { expressionRefusal, readExpression } from './hcl-values.ts'
import { ASIDE, copiesRefusal, META_ARGUMENTS, REPEATING } from './read-hcl.ts'

/** A token in Terraform or Pulumi, in the API's terms, with its address there; or why it is left out. */
export type TerraformToken = { place: string } & (
  | { attributes: Record<string, unknown>; leftOut?: string[] }
  | { problem: string }
)

/** Tokens of an account and of a user, which have the same policies. */
export const TERRAFORM_TYPES = ['cloudflare_account_token', 'cloudflare_api_token']
/** Data sources that list them. */
const LISTS = new Set(['cloudflare_account_tokens', 'cloudflare_api_tokens_list', 'cloudflare_account_api_tokens'])

/** The way out when a configuration can’t be read as it is. */
export const SHOW_INSTEAD = 'Use the output of “terraform show -json” instead.'

export const ONLY_READ = 'a data source is only read by Terraform.'

/** Every token in a state, in `terraform show -json` of a state or a plan, in a `.tf.json` file, or in Pulumi's state. */
export function terraformTokens(value: unknown): TerraformToken[] | null {
  if (!isObject(value)) return null
  const { version, resources, values, planned_values, resource_changes, resource, deployment, checkpoint } = value
  const { configuration } = value
  const pulumi = isObject(checkpoint) ? checkpoint['latest'] : deployment
  if (isObject(pulumi) && Array.isArray(pulumi['resources']))
    return pulumiTokens(pulumi['resources']).map((one) =>
      'problem' in one ? one : fromTerraform(one.attributes, one.place),
    )
  if (typeof version === 'number' && Array.isArray(resources)) return resources.flatMap(stateTokens)
  // A plan contains each token several times: planned, as a change, and as before.
  if (isObject(planned_values))
    return known(moduleTokens(planned_values['root_module']), resource_changes, configuration)
  if (isObject(values) && isObject(values['root_module'])) return moduleTokens(values['root_module'])
  if (Array.isArray(resource_changes))
    return known(resource_changes.flatMap(changeTokens), resource_changes, configuration)
  if (isObject(resource) || Array.isArray(resource)) return configurationTokens(resource)
  if (Array.isArray(resources) && resources.some((one) => isObject(one) && isObject(one['instances'])))
    return resources.flatMap(stateTokens)
  return Array.isArray(resources) && resources.some(isResource) ? resources.flatMap(stateTokens) : null
}

const isResource = (value: unknown) => isObject(value) && TERRAFORM_TYPES.includes(String(value['type']))

/** A resource of a state or of a module's list: one token per instance. */
function stateTokens(resource: unknown): TerraformToken[] {
  if (!isObject(resource)) return []
  const { mode, type, name, module, instances, address, values } = resource
  const inModule = typeof module === 'string' ? `${module}.` : ''
  const at =
    typeof address === 'string'
      ? address
      : `${inModule}${mode === 'data' ? 'data.' : ''}${String(type)}.${String(name)}`
  if (isObject(values)) return tokensOf(resource, values, at)
  if (!Array.isArray(instances)) return []
  return instances.filter(isObject).flatMap((instance) => {
    const { index_key: key, deposed } = instance
    const place = key === undefined || key === null ? at : `${at}[${JSON.stringify(key)}]`
    return isObject(instance['attributes']) ? tokensOf({ type, mode, deposed }, instance['attributes'], place) : []
  })
}

function moduleTokens(module: unknown): TerraformToken[] {
  if (!isObject(module)) return []
  const { resources, child_modules } = module
  return [
    ...(Array.isArray(resources) ? resources.flatMap(stateTokens) : []),
    ...(Array.isArray(child_modules) ? child_modules.flatMap(moduleTokens) : []),
  ]
}

function changeTokens(change: unknown): TerraformToken[] {
  if (!isObject(change) || !isObject(change['change'])) return []
  const { before, after, actions } = change['change']
  const attributes = isObject(after) ? after : before
  const address =
    typeof change['address'] === 'string' ? change['address'] : `${String(change['type'])}.${String(change['name'])}`
  return isObject(attributes) ? tokensOf({ ...change, actions }, attributes, address) : []
}

/** The tokens of a plan, without those that are not known whole. */
function known(tokens: TerraformToken[], changes: unknown, configuration: unknown): TerraformToken[] {
  const unknown = unknownInPlan(changes, configuration)
  return tokens.map((token) => {
    const argument = unknown.get(token.place)
    if (argument === undefined || 'problem' in token) return token
    return { place: token.place, problem: `“${argument}” is unknown before Terraform applies the plan.` }
  })
}

/** `resource.<type>.<name>`, each possibly in a list. */
function configurationTokens(resource: unknown): TerraformToken[] {
  return [resource]
    .flat()
    .filter(isObject)
    .flatMap((types) =>
      TERRAFORM_TYPES.flatMap((type) =>
        [types[type]]
          .flat()
          .filter(isObject)
          .flatMap((named) =>
            Object.entries(named).flatMap(([name, bodies]) =>
              (name === '//' ? [] : [bodies])
                .flat()
                .filter(isObject)
                .map((body) => fromConfiguration(body, `${type}.${name}`)),
            ),
          ),
      ),
    )
}

/** A resource as written for Terraform: its texts are templates, and some arguments are not for the provider. */
function fromConfiguration(body: Record<string, unknown>, place: string): TerraformToken {
  const leftOut: string[] = []
  const attributes: [string, unknown][] = []
  for (const [key, value] of Object.entries(body)) {
    if (META_ARGUMENTS.has(key)) continue
    try {
      attributes.push(...Object.entries(literalObject([[key, value]])))
    } catch (error) {
      if (!(error instanceof HclRefusal)) throw error
      if (!ASIDE.has(key)) return { place, problem: `${error.message} ${SHOW_INSTEAD}` }
      leftOut.push(`“${key}” of ${place}: ${error.message}`)
    }
  }
  return { ...fromTerraform(Object.fromEntries(attributes), place), leftOut }
}

/** `//` is the key of a comment. */
function literalObject(entries: [string, unknown][]): Record<string, unknown> {
  const set = entries.filter(([key]) => key !== '//')
  for (const [key] of set) if (REPEATING.has(key)) throw copiesRefusal(key, 0)
  return Object.fromEntries(set.map(([key, value]) => [literalText(key), literal(value)]))
}

function literal(value: unknown): unknown {
  if (typeof value === 'string') return literalText(value)
  if (Array.isArray(value)) return value.map(literal)
  return isObject(value) ? literalObject(Object.entries(value)) : value
}

function literalText(text: string): string {
  const encoded = /^\$\{\s*(jsonencode\([\s\S]*\))\s*\}$/.exec(text)?.[1]
  if (encoded !== undefined) return String(readExpression(encoded))
  if (isTemplate(text)) throw expressionRefusal(text, 0)
  return plainText(text)
}

function tokensOf(
  { type, mode, deposed, deposed_key, actions }: Record<string, unknown>,
  attributes: Record<string, unknown>,
  place: string,
): TerraformToken[] {
  const { result } = attributes
  if (LISTS.has(String(type)) && Array.isArray(result))
    return result.filter(isObject).map((one, index) => fromTerraform(one, `${place}.result[${index}]`))
  if (!TERRAFORM_TYPES.includes(String(type))) return []
  if (mode === 'data') return [{ place, problem: ONLY_READ }]
  if (deposed !== undefined || deposed_key !== undefined)
    return [{ place, problem: 'this instance is replaced, and Terraform will delete it.' }]
  // A token that is replaced has “create” as well.
  if (Array.isArray(actions) && actions.join() === 'delete')
    return [{ place, problem: 'Terraform will delete this token.' }]
  return [fromTerraform(attributes, place)]
}

/** Provider 5 has `resources` as JSON text; provider 4 has blocks named `policy`. Unset attributes are null in both. */
export function fromTerraform(
  attributes: Record<string, unknown>,
  place: string,
): TerraformToken & { attributes: Record<string, unknown> } {
  const { policy, condition, ...set } = withoutNulls(attributes)
  // In a `.tf.json` file, a single block can be an object.
  const blocks = isObject(policy) ? [policy] : policy
  const { policies = blocks } = set
  const all =
    Array.isArray(policies) && Array.isArray(blocks) && policies !== blocks ? [...policies, ...blocks] : policies
  const limits = onlyBlock(condition)
  return {
    place,
    attributes: {
      ...set,
      ...(all !== undefined && { policies: Array.isArray(all) ? all.map(policyOf) : all }),
      ...(limits !== undefined && limits !== null && { condition: isObject(limits) ? conditionOf(limits) : limits }),
    },
  }
}

/** The object of a block that a token has once. More than one is an error, and stays to be seen. */
const onlyBlock = (value: unknown): unknown =>
  Array.isArray(value) && value.length < 2 ? (value[0] ?? undefined) : value

function policyOf(policy: unknown): unknown {
  if (!isObject(policy)) return policy
  const { permission_groups: groups, resources, ...others } = withoutNulls(policy)
  const read = typeof resources === 'string' ? readJsonText(resources) : null
  return {
    effect: 'allow',
    ...others,
    ...(groups !== undefined && {
      permission_groups: Array.isArray(groups)
        ? groups.map((group: unknown) =>
            typeof group === 'string' ? { id: group } : isObject(group) ? withoutNulls(group) : group,
          )
        : groups,
    }),
    ...(resources !== undefined && { resources: read?.ok ? read.value : resources }),
  }
}

function conditionOf(condition: Record<string, unknown>): Record<string, unknown> {
  const { request_ip, ...others } = withoutNulls(condition)
  const limit = onlyBlock(request_ip)
  return {
    ...others,
    ...(isObject(limit) ? { request_ip: withoutNulls(limit) } : limit !== undefined && { request_ip: limit }),
  }
}

const withoutNulls = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null))
