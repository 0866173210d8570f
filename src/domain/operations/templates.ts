import { ACCOUNT_TEMPLATES } from './templates/account.ts'
import { DNS_TEMPLATES } from './templates/dns.ts'
import type { ListedTemplate } from './templates/listed-template.ts'
import { TRAFFIC_TEMPLATES } from './templates/traffic.ts'
import { WORKERS_TEMPLATES } from './templates/workers.ts'

/**
 * Every template of the editor: Cloudflare's own, R2's presets (`docs/api-behaviour.md` §7), and what common tools
 * need. User-level groups are left out: an account token cannot have them.
 */
export const TEMPLATES: readonly ListedTemplate[] = [
  ...DNS_TEMPLATES,
  ...WORKERS_TEMPLATES,
  ...TRAFFIC_TEMPLATES,
  ...ACCOUNT_TEMPLATES,
]

export const templateById = (id: string | undefined): ListedTemplate | undefined =>
  TEMPLATES.find((template) => template.id === id)
