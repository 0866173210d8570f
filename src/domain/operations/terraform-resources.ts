import { call, CREATE_RECORD, DELETE_RECORD, REPLACE_RECORD } from './recipes/calls.ts'
import type { RecipeCall } from './recipes/recipe.ts'
import { TOPICS } from './templates/listed-template.ts'

/** What the resources are listed under, in this order. */
export const TERRAFORM_TOPICS = { zones: 'Zones and rules', ...TOPICS, 'zero-trust': 'Zero Trust' } as const

/** A resource of Cloudflare’s Terraform provider, version 5, and what plan, apply and destroy call for it. */
export type TerraformResource = {
  /** The type, with a phase for rulesets: `cloudflare_ruleset http_request_dynamic_redirect`. */
  id: string
  topic: keyof typeof TERRAFORM_TOPICS
  calls: readonly RecipeCall[]
  /** Names of the permission groups to take for these calls, where the map says that wider ones do as well. */
  extraGroups?: readonly string[]
}

type Managed = { update?: 'PUT' | 'PATCH' | null; create?: 'POST' | 'PUT' }

/** Creates in the collection; refreshes, changes and destroys the item. */
function managed(collection: string, item: string, { update = 'PUT', create = 'POST' }: Managed = {}): RecipeCall[] {
  const path = `${collection}/{${item}}`
  return [
    call(create, create === 'POST' ? collection : path, 'creates it'),
    call('GET', path, 'refreshes it'),
    ...(update === null ? [] : [call(update, path, 'changes it')]),
    call('DELETE', path, 'destroys it'),
  ]
}

/** Is always there: it is changed, and never destroyed. */
const setting = (path: string, update: 'PUT' | 'PATCH' | 'POST'): RecipeCall[] => [
  call('GET', path, 'refreshes it'),
  call(update, path, 'changes it'),
]

const ZONE = '/zones/{zone_id}'
const ACCOUNT = '/accounts/{account_id}'
const SCRIPT = `${ACCOUNT}/workers/scripts/{script_name}`
const PROJECT = `${ACCOUNT}/pages/projects/{project_name}`
const TUNNEL = `${ACCOUNT}/cfd_tunnel/{tunnel_id}`
const BALANCING = `${ACCOUNT}/load_balancers`
const ACCESS = `${ACCOUNT}/access`
const PACKS = `${ZONE}/ssl/certificate_packs`

/** Of the many groups that change rulesets, each covers the rules of its own phase. */
const ruleset = (phase: string, group: string): TerraformResource => ({
  id: `cloudflare_ruleset ${phase}`,
  topic: 'zones',
  calls: managed(`${ZONE}/rulesets`, 'ruleset_id'),
  extraGroups: [group],
})

/** The common ones, by topic. */
export const TERRAFORM_RESOURCES: readonly TerraformResource[] = [
  {
    id: 'cloudflare_dns_record',
    topic: 'dns',
    calls: [
      CREATE_RECORD,
      call('GET', `${ZONE}/dns_records/{dns_record_id}`, 'refreshes it'),
      REPLACE_RECORD,
      DELETE_RECORD,
    ],
  },
  {
    id: 'cloudflare_zone_dnssec',
    topic: 'dns',
    calls: [...setting(`${ZONE}/dnssec`, 'PATCH'), call('DELETE', `${ZONE}/dnssec`, 'destroys it')],
  },
  {
    id: 'cloudflare_regional_hostname',
    topic: 'dns',
    calls: managed(`${ZONE}/addressing/regional_hostnames`, 'hostname', { update: 'PATCH' }),
  },
  {
    id: 'cloudflare_email_routing_rule',
    topic: 'dns',
    calls: managed(`${ZONE}/email/routing/rules`, 'rule_identifier'),
  },
  {
    id: 'cloudflare_email_routing_address',
    topic: 'dns',
    calls: managed(`${ACCOUNT}/email/routing/addresses`, 'destination_address_identifier', { update: null }),
  },
  { id: 'data cloudflare_zone', topic: 'zones', calls: [call('GET', '/zones', 'finds a zone by its name')] },
  { id: 'cloudflare_zone', topic: 'zones', calls: managed('/zones', 'zone_id', { update: 'PATCH' }) },
  { id: 'cloudflare_zone_setting', topic: 'zones', calls: setting(`${ZONE}/settings/{setting_id}`, 'PATCH') },
  {
    id: 'cloudflare_page_rule',
    topic: 'zones',
    calls: managed(`${ZONE}/pagerules`, 'pagerule_id'),
  },
  ruleset('http_request_firewall_custom', 'Zone WAF Write'),
  ruleset('http_ratelimit', 'Zone WAF Write'),
  ruleset('http_request_dynamic_redirect', 'Dynamic URL Redirects Write'),
  ruleset('http_request_transform', 'Zone Transform Rules Write'),
  ruleset('http_request_cache_settings', 'Cache Settings Write'),
  ruleset('http_config_settings', 'Config Settings Write'),
  ruleset('http_request_origin', 'Origin Write'),
  { id: 'cloudflare_bot_management', topic: 'zones', calls: setting(`${ZONE}/bot_management`, 'PUT') },
  { id: 'cloudflare_argo_smart_routing', topic: 'zones', calls: setting(`${ZONE}/argo/smart_routing`, 'PATCH') },
  { id: 'cloudflare_waiting_room', topic: 'zones', calls: managed(`${ZONE}/waiting_rooms`, 'waiting_room_id') },
  { id: 'cloudflare_spectrum_application', topic: 'zones', calls: managed(`${ZONE}/spectrum/apps`, 'app_id') },
  {
    id: 'cloudflare_certificate_pack',
    topic: 'certificates',
    calls: [
      call('POST', `${PACKS}/order`, 'orders it'),
      call('GET', `${PACKS}/{certificate_pack_id}`, 'refreshes it'),
      call('DELETE', `${PACKS}/{certificate_pack_id}`, 'destroys it'),
    ],
  },
  {
    id: 'cloudflare_custom_hostname',
    topic: 'certificates',
    calls: managed(`${ZONE}/custom_hostnames`, 'custom_hostname_id', { update: 'PATCH' }),
  },
  {
    id: 'cloudflare_workers_script',
    topic: 'workers',
    calls: managed(`${ACCOUNT}/workers/scripts`, 'script_name', { update: null, create: 'PUT' }),
  },
  { id: 'cloudflare_workers_route', topic: 'workers', calls: managed(`${ZONE}/workers/routes`, 'route_id') },
  {
    id: 'cloudflare_workers_custom_domain',
    topic: 'workers',
    calls: [
      call('PUT', `${ACCOUNT}/workers/domains`, 'creates it'),
      call('GET', `${ACCOUNT}/workers/domains/{domain_id}`, 'refreshes it'),
      call('DELETE', `${ACCOUNT}/workers/domains/{domain_id}`, 'destroys it'),
    ],
  },
  { id: 'cloudflare_workers_cron_trigger', topic: 'workers', calls: setting(`${SCRIPT}/schedules`, 'PUT') },
  {
    id: 'cloudflare_workers_kv_namespace',
    topic: 'workers',
    calls: managed(`${ACCOUNT}/storage/kv/namespaces`, 'namespace_id'),
  },
  { id: 'cloudflare_d1_database', topic: 'workers', calls: managed(`${ACCOUNT}/d1/database`, 'database_id') },
  { id: 'cloudflare_queue', topic: 'workers', calls: managed(`${ACCOUNT}/queues`, 'queue_id') },
  {
    id: 'cloudflare_hyperdrive_config',
    topic: 'workers',
    calls: managed(`${ACCOUNT}/hyperdrive/configs`, 'hyperdrive_id'),
  },
  {
    id: 'cloudflare_pages_project',
    topic: 'workers',
    calls: managed(`${ACCOUNT}/pages/projects`, 'project_name', { update: 'PATCH' }),
  },
  {
    id: 'cloudflare_pages_domain',
    topic: 'workers',
    calls: managed(`${PROJECT}/domains`, 'domain_name', { update: 'PATCH' }),
  },
  {
    id: 'cloudflare_turnstile_widget',
    topic: 'workers',
    calls: managed(`${ACCOUNT}/challenges/widgets`, 'sitekey'),
  },
  { id: 'cloudflare_load_balancer', topic: 'traffic', calls: managed(`${ZONE}/load_balancers`, 'load_balancer_id') },
  { id: 'cloudflare_load_balancer_pool', topic: 'traffic', calls: managed(`${BALANCING}/pools`, 'pool_id') },
  { id: 'cloudflare_load_balancer_monitor', topic: 'traffic', calls: managed(`${BALANCING}/monitors`, 'monitor_id') },
  { id: 'cloudflare_healthcheck', topic: 'traffic', calls: managed(`${ZONE}/healthchecks`, 'healthcheck_id') },
  { id: 'cloudflare_logpush_job', topic: 'traffic', calls: managed(`${ZONE}/logpush/jobs`, 'job_id') },
  {
    id: 'cloudflare_r2_bucket',
    topic: 'storage',
    calls: managed(`${ACCOUNT}/r2/buckets`, 'bucket_name', { update: 'PATCH' }),
  },
  {
    id: 'cloudflare_zero_trust_tunnel_cloudflared',
    topic: 'zero-trust',
    calls: managed(`${ACCOUNT}/cfd_tunnel`, 'tunnel_id', { update: 'PATCH' }),
  },
  {
    id: 'cloudflare_zero_trust_tunnel_cloudflared_config',
    topic: 'zero-trust',
    calls: setting(`${TUNNEL}/configurations`, 'PUT'),
  },
  {
    id: 'cloudflare_zero_trust_tunnel_cloudflared_route',
    topic: 'zero-trust',
    calls: managed(`${ACCOUNT}/teamnet/routes`, 'route_id', { update: 'PATCH' }),
  },
  { id: 'cloudflare_zero_trust_access_application', topic: 'zero-trust', calls: managed(`${ACCESS}/apps`, 'app_id') },
  { id: 'cloudflare_zero_trust_access_policy', topic: 'zero-trust', calls: managed(`${ACCESS}/policies`, 'policy_id') },
  { id: 'cloudflare_zero_trust_access_group', topic: 'zero-trust', calls: managed(`${ACCESS}/groups`, 'group_id') },
  {
    id: 'cloudflare_zero_trust_access_service_token',
    topic: 'zero-trust',
    calls: managed(`${ACCESS}/service_tokens`, 'service_token_id'),
  },
  {
    id: 'cloudflare_zero_trust_access_identity_provider',
    topic: 'zero-trust',
    calls: managed(`${ACCESS}/identity_providers`, 'identity_provider_id'),
  },
  {
    id: 'cloudflare_zero_trust_gateway_policy',
    topic: 'zero-trust',
    calls: managed(`${ACCOUNT}/gateway/rules`, 'rule_id'),
  },
  { id: 'cloudflare_list', topic: 'account', calls: managed(`${ACCOUNT}/rules/lists`, 'list_id') },
  {
    id: 'cloudflare_notification_policy',
    topic: 'account',
    calls: managed(`${ACCOUNT}/alerting/v3/policies`, 'policy_id'),
  },
  { id: 'cloudflare_account_token', topic: 'account', calls: managed(`${ACCOUNT}/tokens`, 'token_id') },
  { id: 'cloudflare_account_member', topic: 'account', calls: managed(`${ACCOUNT}/members`, 'member_id') },
]

/** The permission groups to begin with for a module with these resources: they meet their calls, whatever else would. */
export const terraformExtraGroups = (ids: ReadonlySet<string>): string[] => [
  ...new Set(TERRAFORM_RESOURCES.filter(({ id }) => ids.has(id)).flatMap(({ extraGroups = [] }) => extraGroups)),
]

/** What a module with these resources calls, each call once. */
export function terraformCalls(ids: ReadonlySet<string>): RecipeCall[] {
  const calls = TERRAFORM_RESOURCES.filter(({ id }) => ids.has(id)).flatMap((resource) => resource.calls)
  return [...new Map(calls.map((one) => [`${one.method} ${one.path}`, one])).values()]
}
