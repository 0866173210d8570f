import { hasAccountTokenSupport } from '#domain/permission-groups/catalogue.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupFits } from '#domain/permission-groups/scope-fit.ts'
import type { EditorResources, VisualPolicy } from './editor-policy.ts'

/** A starting point for a new token. The user chooses what a template cannot know, such as the zones. */
export type Template = {
  /** Used in the address: `?template=dns`. */
  id: string
  title: string
  /** What it allows, in a few words. */
  hint: string
  /** A name as a user might give one. */
  exampleName: string
  policies: { resources: EditorResources; groups: string[] | 'all-reads' }[]
}

const ACCOUNT: EditorResources = { family: 'account' }
const ZONES: EditorResources = { family: 'zones', ids: [] }
const ALL_ZONES: EditorResources = { family: 'all-zones' }
const BUCKETS: EditorResources = { family: 'buckets', ids: [] }

/**
 * Cloudflare's own templates and R2's presets (`docs/api-behaviour.md` §7). User-level groups are left out: an account
 * token cannot have them.
 */
export const TEMPLATES: Template[] = [
  {
    id: 'dns',
    title: 'Edit zone DNS',
    hint: 'DNS Write on zones',
    exampleName: 'cert-manager production',
    policies: [{ resources: ZONES, groups: ['4755a26eedb94da69e1066d98aa820be'] }],
  },
  {
    id: 'workers',
    title: 'Edit Cloudflare Workers',
    hint: 'Deploy with Wrangler',
    exampleName: 'GitHub Actions deploy',
    policies: [
      {
        resources: ACCOUNT,
        groups: [
          'e086da7e2179491d91ee5f35b3ca210a',
          'f7f0eda5697f475c90846e879bab8666',
          '05880cd1bdc24d8bae0be2136972816b',
          'bf7481a1826f439697cb59a20b22293e',
          'c1fde68c7bcc44588cbb6ddbc16d6480',
        ],
      },
      { resources: ZONES, groups: ['28f4b596e7d643029c524985477ae49a'] },
    ],
  },
  {
    id: 'analytics',
    title: 'Read analytics and logs',
    hint: 'Traffic and logs of zones',
    exampleName: 'Grafana production',
    policies: [{ resources: ZONES, groups: ['9c88f9c5bce24ce7af9a958ba9c504db', 'c4a30cd58c5d42619c86a3c36c441e2d'] }],
  },
  {
    id: 'load-balancing',
    title: 'Edit load balancing',
    hint: 'Load balancers and pools',
    exampleName: 'Terraform load balancing',
    policies: [
      { resources: ACCOUNT, groups: ['d2a1802cc9a34e30852f8b33869b2f3c'] },
      { resources: ZONES, groups: ['6d7f2f5f5b1d4a0e9081fdc98d432fd1'] },
    ],
  },
  {
    id: 'wordpress',
    title: 'WordPress',
    hint: 'Settings, DNS and cache',
    exampleName: 'WordPress example.com',
    policies: [
      {
        resources: ALL_ZONES,
        groups: [
          '9c88f9c5bce24ce7af9a958ba9c504db',
          'c8fed203ed3043cba015a93ad1616f1f',
          '3030687196b94b638145a3953da2b699',
          '82e64a83756745bbbb1c9c2701bf816b',
          'e17beae8b8cb423a99b1730f21238bed',
        ],
      },
      { resources: ACCOUNT, groups: ['c1fde68c7bcc44588cbb6ddbc16d6480'] },
    ],
  },
  {
    id: 'billing',
    title: 'Read billing',
    hint: 'Invoices and subscriptions',
    exampleName: 'Finance reports',
    policies: [{ resources: ACCOUNT, groups: ['7cf72faf220841aabcfdfab81c43c4f6'] }],
  },
  {
    id: 'tokens',
    title: 'Create additional tokens',
    hint: 'Can grant itself any access',
    exampleName: 'Token rotation',
    policies: [{ resources: ACCOUNT, groups: ['5bc3f8b21c554832afc660159ab75fa4'] }],
  },
  {
    id: 'read-all',
    title: 'Read all resources',
    hint: 'Account and all zones',
    exampleName: 'Security audit',
    policies: [
      { resources: ACCOUNT, groups: 'all-reads' },
      { resources: ALL_ZONES, groups: 'all-reads' },
    ],
  },
  {
    id: 'r2-object-write',
    title: 'R2 Object Read & Write',
    hint: 'Objects in specific buckets',
    exampleName: 'Nightly backups',
    policies: [{ resources: BUCKETS, groups: ['2efd5506f9c8494dacb1fa10a3e7d5b6'] }],
  },
  {
    id: 'r2-object-read',
    title: 'R2 Object Read only',
    hint: 'Objects in specific buckets',
    exampleName: 'Image service',
    policies: [{ resources: BUCKETS, groups: ['6a018a9f2fc74eb6b293b0c548f38b39'] }],
  },
  {
    id: 'r2-admin-write',
    title: 'R2 Admin Read & Write',
    hint: 'Buckets, settings, objects',
    exampleName: 'Terraform R2',
    policies: [{ resources: ACCOUNT, groups: ['bf7481a1826f439697cb59a20b22293e'] }],
  },
  {
    id: 'r2-admin-read',
    title: 'R2 Admin Read only',
    hint: 'Buckets, settings, objects',
    exampleName: 'Storage reports',
    policies: [{ resources: ACCOUNT, groups: ['b4992e1108244f5d8bfbd5744320c2e1'] }],
  },
]

/** A template's policies, with names and all read groups from the account's own catalogue. */
export function templatePolicies({ policies }: Template, catalogue: PermissionGroup[]): VisualPolicy[] {
  const byId = groupsById(catalogue)
  return policies.map(({ resources, groups }) => ({
    kind: 'visual',
    effect: 'allow',
    resources,
    permissionGroups: (groups === 'all-reads' ? readsFor(resources, catalogue) : groups).map((id) => ({
      id,
      name: byId.get(id)?.name ?? null,
    })),
    source: null,
  }))
}

function readsFor({ family }: EditorResources, catalogue: PermissionGroup[]): string[] {
  return catalogue
    .filter((group) => groupFits(group, family) && group.isSelectable && hasAccountTokenSupport(group))
    .filter((group) => groupKind(group) === 'read')
    .map(({ id }) => id)
}
