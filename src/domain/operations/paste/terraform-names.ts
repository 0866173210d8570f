import { rarerResources, type CalledResource } from '#domain/operations/terraform-rarer.ts'
import { TERRAFORM_RESOURCES } from '#domain/operations/terraform-resources.ts'

/** What a line of Terraform does with a resource; `type` as the provider's version 5 calls it. */
export type TerraformName = { type: string; verb: keyof typeof METHODS; isData: boolean }

const METHODS = {
  manages: /^/,
  reads: /^GET$/,
  creates: /^(?:POST|PUT)$/,
  changes: /^(?:PUT|PATCH)$/,
  destroys: /^DELETE$/,
} as const

const BLOCK = /^\s*(resource|data)\s+"(cloudflare_[a-z\d_]{1,60})"\s+"[^"\n]{1,100}"\s*\{/
const PLACE = String.raw`(?:module\.[\w.[\]"-]{1,200}\.)?(data\.)?(cloudflare_[a-z\d_]{1,60})`
const NAME = String.raw`\.[\w-]{1,100}(?:\[[^\]\n]{1,100}\])?`
const ALONE = new RegExp(String.raw`^[\s"'\x60*•-]{0,8}${PLACE}(?:${NAME})?[\s"'\x60,;]{0,4}$`)
/** `cloudflare_zone.a: Creating...`, `# cloudflare_zone.a will be destroyed`, `terraform import cloudflare_zone.a 1` */
const STEP = new RegExp(
  String.raw`^[\s#│|]{0,8}${PLACE}${NAME}(?:: (Creating|Modifying|Destroying|Refreshing state|Reading)\.\.\.|\s+(?:will|must) be (created|updated|destroyed|replaced))`,
)
const IMPORT = new RegExp(String.raw`\bimport\s+(?:-\S{1,100}\s+){0,5}["']?${PLACE}\.`)

const VERBS: Readonly<Record<string, TerraformName['verb']>> = {
  Creating: 'creates',
  created: 'creates',
  Modifying: 'changes',
  updated: 'changes',
  Destroying: 'destroys',
  destroyed: 'destroys',
  'Refreshing state': 'reads',
  Reading: 'reads',
}

/** Types of the provider's version 4. */
const RENAMED: Readonly<Record<string, string>> = {
  record: 'dns_record',
  access_ca_certificate: 'zero_trust_access_short_lived_certificate',
  access_custom_page: 'zero_trust_access_custom_page',
  access_keys_configuration: 'zero_trust_access_key_configuration',
  access_mutual_tls_certificate: 'zero_trust_access_mtls_certificate',
  access_organization: 'zero_trust_organization',
  access_tag: 'zero_trust_access_tag',
  api_token_permission_groups: 'account_permission_groups',
  device_managed_networks: 'zero_trust_device_managed_networks',
  device_posture_integration: 'zero_trust_device_posture_integration',
  device_posture_rule: 'zero_trust_device_posture_rule',
  device_settings_policy: 'zero_trust_device_custom_profile',
  dlp_profile: 'zero_trust_dlp_custom_profile',
  gre_tunnel: 'magic_wan_gre_tunnel',
  ipsec_tunnel: 'magic_wan_ipsec_tunnel',
  static_route: 'magic_wan_static_route',
  teams_account: 'zero_trust_gateway_settings',
  teams_list: 'zero_trust_list',
  teams_location: 'zero_trust_dns_location',
  teams_proxy_endpoint: 'zero_trust_gateway_proxy_endpoint',
  tunnel_virtual_network: 'zero_trust_tunnel_cloudflared_virtual_network',
  worker_secret: 'workers_secret',
  access_application: 'zero_trust_access_application',
  access_group: 'zero_trust_access_group',
  access_identity_provider: 'zero_trust_access_identity_provider',
  access_policy: 'zero_trust_access_policy',
  access_service_token: 'zero_trust_access_service_token',
  argo: 'argo_smart_routing',
  teams_rule: 'zero_trust_gateway_policy',
  tunnel: 'zero_trust_tunnel_cloudflared',
  tunnel_config: 'zero_trust_tunnel_cloudflared_config',
  tunnel_route: 'zero_trust_tunnel_cloudflared_route',
  worker_cron_trigger: 'workers_cron_trigger',
  worker_domain: 'workers_custom_domain',
  worker_route: 'workers_route',
  worker_script: 'workers_script',
  zone_settings_override: 'zone_setting',
}

/** The resource of Terraform that a line declares, names alone, plans or changes. Mentioned ones are none. */
export function terraformName(line: string): TerraformName | null {
  if (!line.includes('cloudflare_') || line.length > 1000) return null
  const block = BLOCK.exec(line)
  if (block) return named(block[2], block[1] === 'data', 'manages')
  const step = STEP.exec(line)
  if (step) return named(step[2], step[1] !== undefined, VERBS[step[3] ?? step[4] ?? ''] ?? 'manages')
  const imported = IMPORT.exec(line)
  if (imported) return named(imported[2], false, 'reads')
  const alone = ALONE.exec(line)
  return alone && named(alone[2], alone[1] !== undefined, 'manages')
}

function named(written = '', isData: boolean, verb: TerraformName['verb']): TerraformName {
  const type = written.slice('cloudflare_'.length)
  const known = Object.hasOwn(RENAMED, type) ? RENAMED[type] : type
  return { type: `cloudflare_${known}`, isData, verb: isData ? 'reads' : verb }
}

/**
 * The resources of a type, with the phase of a ruleset that its block has. Those of an account are left out for one of a
 * zone, whose calls are others, and the other way round.
 */
export function resourcesOf({ type, isData }: TerraformName, block: string): readonly CalledResource[] {
  const phase = /\bphase\s*=\s*"(\w{1,60})"/.exec(block)?.[1]
  const [isOfZone, isOfAccount] = [/\bzone_id\s*=/.test(block), /\baccount_id\s*=/.test(block)]
  const other = isOfZone === isOfAccount ? null : isOfZone ? '/accounts/' : '/zones/{'
  const fits = ({ calls }: CalledResource) => other === null || !calls.every(({ path }) => path.startsWith(other))
  const data = isData ? TERRAFORM_RESOURCES.filter(({ id }) => id === `data ${type}`) : []
  if (data.length > 0) return data
  const named = (name: string) => {
    const common = TERRAFORM_RESOURCES.filter((one) => (one.id === name || one.id === `${name} ${phase}`) && fits(one))
    // Without a word about it, a resource of a zone or an account is most likely one of a zone.
    return common.length > 0 ? common : rarerResources(name).filter(fits).slice(0, 1)
  }
  const found = named(type)
  // A data source for several has the name of one, with an s.
  return found.length > 0 || !isData ? found : named(type.replace(/ies$/, 'y').replace(/s$/, ''))
}

/** The calls of a resource for what is done with it. */
export const callsOf = ({ calls }: CalledResource, { verb }: TerraformName) => {
  const fitting = calls.filter(({ method }) => METHODS[verb].test(method))
  // What is created by a PUT is listed first, and changed by another.
  return verb === 'creates' ? fitting.slice(0, 1) : fitting
}
