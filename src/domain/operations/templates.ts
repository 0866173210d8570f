import type { ListedTemplate } from './recipes/recipe.ts'
import { RECIPES } from './recipes.ts'
import { onAccount, onAllZones } from './recipes/parts.ts'

/**
 * Every template of the editor: recipes, and those of Cloudflare's own templates that are for no tool
 * (`docs/api-behaviour.md` §7). User-level groups are left out: an account token cannot have them.
 */
export const TEMPLATES: readonly ListedTemplate[] = [
  ...RECIPES,
  {
    id: 'wordpress',
    topic: 'account',
    title: 'WordPress',
    hint: 'Settings, DNS and cache',
    exampleName: 'WordPress example.com',
    policies: [
      onAllZones('Analytics Read', 'Zone Read', 'Zone Settings Write', 'DNS Read', 'Cache Purge'),
      onAccount('Account Settings Read'),
    ],
  },
  {
    id: 'billing',
    topic: 'account',
    title: 'Read billing',
    hint: 'Invoices and subscriptions',
    exampleName: 'Finance reports',
    policies: [onAccount('Billing Read')],
  },
  {
    id: 'tokens',
    topic: 'account',
    title: 'Create additional tokens',
    hint: 'Can grant itself any access',
    exampleName: 'Token rotation',
    policies: [onAccount('Account API Tokens Write')],
  },
  {
    id: 'read-all',
    topic: 'account',
    title: 'Read all resources',
    hint: 'Account and all zones',
    exampleName: 'Security audit',
    policies: [
      { resources: { family: 'account' }, groups: 'all-reads' },
      { resources: { family: 'all-zones' }, groups: 'all-reads' },
    ],
  },
]

export const templateById = (id: string | undefined): ListedTemplate | undefined =>
  TEMPLATES.find((template) => template.id === id)
