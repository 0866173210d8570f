import { onAccount, onZones } from './policies.ts'
import type { ListedTemplate } from './listed-template.ts'

export const WORKERS_TEMPLATES: readonly ListedTemplate[] = [
  {
    id: 'workers',
    topic: 'workers',
    title: 'Edit Cloudflare Workers',
    hint: 'Deploy with Wrangler',
    exampleName: 'GitHub Actions deploy',
    policies: [
      onAccount(
        'Workers Scripts Write',
        'Workers KV Storage Write',
        'Workers Tail Read',
        'Workers R2 Storage Write',
        'Account Settings Read',
      ),
      onZones('Workers Routes Write'),
    ],
  },
  {
    id: 'wrangler-deploy',
    topic: 'workers',
    title: 'wrangler deploy',
    hint: 'Update an existing Worker',
    exampleName: 'Deploy api-worker',
    policies: [onAccount('Workers Scripts Write')],
  },
  {
    id: 'wrangler-routes',
    topic: 'workers',
    title: 'wrangler with routes',
    hint: 'Deploy to routes of zones',
    exampleName: 'Deploy with routes',
    policies: [onAccount('Workers Scripts Write'), onZones('Workers Routes Write', 'Zone Read')],
  },
  {
    id: 'wrangler-create',
    topic: 'workers',
    title: 'wrangler, new Worker',
    hint: 'Its first deployment',
    exampleName: 'Create preview Workers',
    policies: [onAccount('Workers Scripts Write')],
  },
  {
    id: 'wrangler-tail',
    topic: 'workers',
    title: 'wrangler tail',
    hint: 'Live logs, read only',
    exampleName: 'Debugging live logs',
    policies: [onAccount('Workers Tail Read')],
  },
  {
    id: 'wrangler-secrets',
    topic: 'workers',
    title: 'wrangler secret',
    hint: 'Put, list and delete secrets',
    exampleName: 'Secret rotation',
    policies: [onAccount('Workers Scripts Write')],
  },
  {
    id: 'pages',
    topic: 'workers',
    title: 'Pages',
    hint: 'wrangler pages deploy',
    exampleName: 'Deploy website',
    policies: [onAccount('Pages Write')],
  },
]
