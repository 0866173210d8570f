import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import type { Need, NeedOption } from './need.ts'

/**
 * What the rules of each phase are called in the names of permission groups. The API reference lists the groups of all
 * phases for all of them, but the pages of the products name one (2026).
 */
const PRODUCTS: readonly [phase: RegExp, product: RegExp][] = [
  [
    /^(?:http_request_firewall_(?:custom|managed)|http_response_firewall_managed|http_ratelimit)$/,
    /^(?:zone|account) waf$/,
  ],
  [/^http_request_(?:late_)?transform$|^http_response_headers_transform$/, /^(?:zone )?transform rules$/],
  [/^http_re(?:quest|sponse)_cache_settings$/, /^cache settings$/],
  [/^http_config_settings$/, /^config settings$/],
  [/^http_custom_errors$/, /^custom errors$/],
  [/^http_request_origin$/, /^origin$/],
  [/^http_request_dynamic_redirect$/, /^dynamic url redirects$/],
  [/^http_request_redirect$/, /^mass url redirects$/],
  [/^http_response_compression$/, /^response compression$/],
  [/^http_request_sanitize$/, /^sanitize$/],
  [/^http_request_sbfm$/, /^bot management$/],
  [/^http_request_select_configuration$/, /^select configuration$/],
  [/^http_log_custom_fields$/, /^logs$/],
  [/^ddos_l4$/, /^l4 ddos managed ruleset$/],
  [/^ddos_l7$/, /^http ddos managed ruleset$/],
  [/^magic_transit(?:_|$)/, /^magic firewall$/],
]

/** All options of a need, those for the rules of its phase first. */
export const phaseFirst = (need: Pick<Need, 'phase' | 'options'>): NeedOption[] => [
  ...new Set([...optionsOfPhase(need), ...need.options]),
]

/** The options of a need that are for the rules of its phase; all where nothing tells them apart. */
export function optionsOfPhase({ phase, options }: Pick<Need, 'phase' | 'options'>): NeedOption[] {
  const product = phase === undefined ? undefined : PRODUCTS.find(([form]) => form.test(phase))?.[1]
  const own = product
    ? options.filter(({ group }) => product.test(parseGroupName(group.name).product.toLowerCase()))
    : []
  return own.length > 0 ? own : options
}
