import { describe, expect, test } from 'vitest'
import { groupKind } from '#domain/permission-groups/level.ts'
import { matcher } from './match.ts'
import { operationKey } from './operation.ts'
import { RECIPE_DETAILS, RECIPES, recipeById, recipeCalls, recipeGroups } from './recipes.ts'
import type { RecipeCall } from './recipes/recipe.ts'
import { shippedMap } from './shipped-map.ts'
import { TOPICS } from './templates/listed-template.ts'
import { TERRAFORM_RESOURCES, TERRAFORM_TOPICS, terraformCalls, terraformExtraGroups } from './terraform-resources.ts'

const map = await shippedMap()
const match = matcher(map)
const groupsFor = ({ method, path }: RecipeCall) => match(method, path)?.operation.groups ?? []
const covers = (groups: ReadonlySet<string>, calls: readonly RecipeCall[]) =>
  calls.every((one) => groupsFor(one).some((name) => groups.has(name)))

const isChanging = (name: string) => groupKind({ id: '', name, description: null }) !== 'read'
/** Fewer groups that change come before fewer groups. */
const costOf = (groups: ReadonlySet<string>) => [...groups].filter(isChanging).length * 100 + groups.size

/** The cost of the cheapest set of groups for calls, by trying every set. `given` are in each. */
function cheapest(calls: readonly RecipeCall[], given: readonly string[]): number {
  const open = calls.filter((one) => !covers(new Set(given), [one]))
  const candidates = [...new Set(open.flatMap(groupsFor))].filter((name) => !given.includes(name))
  expect(candidates.length).toBeLessThan(18)
  let best = Infinity
  for (let bits = 0; bits < 2 ** candidates.length; bits += 1) {
    const groups = new Set([...given, ...candidates.filter((_, index) => (bits >> index) & 1)])
    if (costOf(groups) < best && covers(groups, calls)) best = costOf(groups)
  }
  return best
}

describe.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))('the recipe %s', (_, recipe) => {
  const { calls, extraGroups = [], source, date, note, topic } = recipe

  test('calls operations of the map whose groups are known', () => {
    for (const one of calls) {
      const found = match(one.method, one.path)
      expect(found && operationKey(found.operation)).toBe(operationKey(one))
      expect(groupsFor(one).length, operationKey(one)).toBeGreaterThan(0)
      expect(one.why).not.toBe('')
    }
    expect(calls.length > 0 || extraGroups.length > 0).toBe(true)
    expect(new Set(calls.map(operationKey)).size).toBe(calls.length)
  })

  test('has the smallest set of groups that covers its calls', () => {
    const groups = new Set(recipeGroups(recipe))
    for (const name of extraGroups) expect(groups).toContain(name)
    expect(covers(groups, calls)).toBe(true)
    expect(costOf(groups)).toBe(cheapest(calls, extraGroups))
  })

  test('tells its source and the day', () => {
    expect(new URL(source.url).protocol).toBe('https:')
    expect(source.name).not.toBe('')
    expect(new Date(date).toISOString().slice(0, 10)).toBe(date)
    expect(note).not.toBe('')
    expect(TOPICS).toHaveProperty(topic)
  })
})

test('what each recipe needs', () => {
  expect(Object.fromEntries(RECIPES.map((recipe) => [recipe.id, recipeGroups(recipe).toSorted().join(', ')]))).toEqual({
    dns: 'DNS Write',
    'external-dns': 'DNS Write, Zone Read',
    octodns: 'DNS Write, Zone Read',
    'terraform-dns': 'DNS Write, Zone Read',
    ddns: 'DNS Write, Zone Read',
    'dns-backup': 'DNS Read, Zone Read',
    'cert-manager': 'DNS Write, Zone Read',
    lego: 'DNS Write, Zone Read',
    caddy: 'DNS Write, Zone Read',
    certbot: 'DNS Write, Zone Read',
    'acme-sh': 'DNS Write, Zone Read',
    workers:
      'Account Settings Read, Workers KV Storage Write, Workers R2 Storage Write, Workers Routes Write, Workers Scripts Write, Workers Tail Read',
    'wrangler-deploy': 'Workers Scripts Write',
    'wrangler-routes': 'Workers Routes Write, Workers Scripts Write, Zone Read',
    'wrangler-create': 'Workers Scripts Write',
    'wrangler-tail': 'Workers Tail Read',
    'wrangler-secrets': 'Workers Scripts Write',
    pages: 'Pages Write',
    analytics: 'Analytics Read, Logs Read',
    'graphql-analytics': 'Analytics Read',
    'cache-purge': 'Cache Purge',
    logpush: 'Logs Write',
    'load-balancing': 'Load Balancers Write, Load Balancing: Monitors and Pools Write',
    tunnel: 'Cloudflare Tunnel Write, DNS Write',
    'r2-object-write': 'Workers R2 Storage Bucket Item Write',
    'r2-object-read': 'Workers R2 Storage Bucket Item Read',
    'r2-admin-write': 'Workers R2 Storage Write',
    'r2-admin-read': 'Workers R2 Storage Read',
    prowler:
      'Account Settings Read, Bot Management Read, DNS Read, SSL and Certificates Read, Zone Read, Zone Settings Read, Zone WAF Read',
  })
})

test('a recipe is found by its ID', () => {
  expect(new Set(RECIPE_DETAILS.keys())).toEqual(new Set(RECIPES.map(({ id }) => id)))
  expect(recipeById('caddy')?.title).toBe('Caddy')
  expect(recipeById('nothing')).toBeUndefined()
  expect(recipeCalls('wrangler-tail').map(({ method }) => method)).toEqual(['POST', 'DELETE'])
  expect(recipeCalls('nothing')).toEqual([])
})

describe('resources of Terraform', () => {
  test.each(TERRAFORM_RESOURCES)('$id calls operations of the map whose groups are known', (resource) => {
    for (const one of resource.calls) {
      const found = match(one.method, one.path)
      expect(found && operationKey(found.operation)).toBe(operationKey(one))
      expect(groupsFor(one).length, operationKey(one)).toBeGreaterThan(0)
    }
    expect(TERRAFORM_TOPICS).toHaveProperty(resource.topic)
    // Where any of many groups does, the right one is told, and it does for every call.
    const extra = new Set(resource.extraGroups)
    if (extra.size > 0) expect(covers(extra, resource.calls)).toBe(true)
    else
      for (const one of resource.calls.filter(({ method }) => method !== 'GET'))
        expect(groupsFor(one).length).toBeLessThan(4)
  })

  test('each is listed once', () => {
    expect(new Set(TERRAFORM_RESOURCES.map(({ id }) => id)).size).toBe(TERRAFORM_RESOURCES.length)
  })

  test('the calls of ticked resources are each there once', () => {
    const ids = new Set(['cloudflare_dns_record', 'data cloudflare_zone', 'nothing'])
    expect(terraformCalls(ids).map(operationKey)).toEqual([
      'POST /zones/{zone_id}/dns_records',
      'GET /zones/{zone_id}/dns_records/{dns_record_id}',
      'PUT /zones/{zone_id}/dns_records/{dns_record_id}',
      'DELETE /zones/{zone_id}/dns_records/{dns_record_id}',
      'GET /zones',
    ])
    const phases = new Set(['cloudflare_ruleset http_ratelimit', 'cloudflare_ruleset http_request_origin'])
    const both = terraformCalls(phases)
    expect(both).toHaveLength(4)
    expect(terraformExtraGroups(phases)).toEqual(['Zone WAF Write', 'Origin Write'])
    expect(terraformExtraGroups(new Set(['cloudflare_zone']))).toEqual([])
    expect(terraformCalls(new Set())).toEqual([])
  })
})
