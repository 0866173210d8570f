/** What people ask about that is more than one product of the catalogue. */
export type Topic = {
  id: string
  label: string
  products: readonly string[]
  /** Other words for a level: `change` alone would not say what matters most. */
  verbs?: Readonly<Record<string, string>>
}

/**
 * Products as the names of permission groups have them. Which groups let a token do it is Cloudflare's own mapping of
 * permissions to operations, in the OpenAPI description; buckets and single Workers by their documentation.
 */
export const TOPICS: readonly Topic[] = [
  {
    id: 'tokens',
    label: 'API tokens',
    products: ['Account API Tokens', 'API Tokens'],
    verbs: { change: 'create or change' },
  },
  {
    id: 'people',
    label: 'sign-in and members',
    products: [
      'Account Settings',
      'Memberships',
      'SCIM Provisioning',
      'SSO Connector',
      'Zero Trust',
      'Access: Apps',
      'Access: Apps and Policies',
      'Access: Groups',
      'Access: Identity Providers',
      'Access: Keys',
      'Access: Mutual TLS Certificates',
      'Access: Organizations',
      'Access: Organizations, Identity Providers, and Groups',
      'Access: Policies',
      'Access: Service Tokens',
      'Access: Users',
    ],
  },
  { id: 'workers', label: 'Workers code', products: ['Workers Scripts', 'Workers', 'Individual Workers'] },
  { id: 'objects', label: 'R2 objects', products: ['Workers R2 Storage Bucket Item', 'Workers R2 Storage'] },
  {
    id: 'logs',
    label: 'logs',
    products: [
      'Logs',
      // Of the account's audit log.
      'Account Settings',
      'Access: Audit Logs',
      'Access: SCIM Logs',
      'Access: SSH Auditing',
      'Workers Observability',
      'Workers Tail',
    ],
  },
]
