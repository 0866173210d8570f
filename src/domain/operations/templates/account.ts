import type { ListedTemplate } from './listed-template.ts'
import { onAccount, onAllZones } from './policies.ts'

export const ACCOUNT_TEMPLATES: readonly ListedTemplate[] = [
  {
    id: 'prowler',
    topic: 'account',
    title: 'Prowler',
    hint: 'Security scan, read only',
    exampleName: 'Prowler scan',
    policies: [
      onAccount('Account Settings Read'),
      onAllZones(
        'Zone Read',
        'Zone Settings Read',
        'DNS Read',
        'SSL and Certificates Read',
        'Bot Management Read',
        'Zone WAF Read',
      ),
    ],
  },
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
