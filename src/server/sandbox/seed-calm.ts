import { accountOf, bucketsOf, rangesOf } from './seed-personas.ts'
import { on, storyToken, zones, type StoryToken } from './seed-story-parts.ts'
import type { Account, StoredToken } from './types.ts'

/** The tokens of a small company that keeps them in order: each for one job, with an end and an IP limit, in use. */
export const calmTokens = (account: Account, now: number): StoredToken[] =>
  [...CALM, ...LESS_CALM].flatMap((story) => storyToken(account, story, now) ?? [])

type Job = [name: string, zone: number | null, groups: string[]]

const JOBS: Job[] = [
  ['website-cache-purge', 0, ['Cache Purge']],
  ['website-certificates', 0, ['DNS Write']],
  ['docs-cache-purge', 1, ['Cache Purge']],
  ['docs-certificates', 1, ['DNS Write']],
  ['shop-cache-purge', 2, ['Cache Purge']],
  ['shop-certificates', 2, ['DNS Write']],
  ['shop-firewall', 2, ['Zone WAF Write']],
  ['shop-reports', 2, ['Analytics Read']],
  ['status-reports', 3, ['Analytics Read']],
  ['image-uploads', null, ['Images Write']],
  ['video-uploads', null, ['Stream Write']],
  ['order-queue', null, ['Queues Write']],
  ['customer-database', null, ['D1 Write']],
  ['search-index', null, ['Vectorize Write']],
  ['cost-reports', null, ['Billing Read']],
]

const CALM: StoryToken[] = JOBS.map(([name, zone, groups], at) => ({
  name,
  issued: -15 - 4 * at,
  used: -0.02 * (at + 1),
  ends: 150 + 9 * at,
  from: rangesOf(20 + at),
  parts: (account) => [on(account, zone === null ? accountOf(account.id) : zones(account, zone), groups)],
}))

/** Small things to look at. */
const LESS_CALM: StoryToken[] = [
  {
    name: 'backup-check',
    issued: -160,
    used: -120,
    ends: 190,
    from: rangesOf(40),
    parts: (account) => [
      on(
        account,
        bucketsOf(account, () => 0),
        ['Workers R2 Storage Bucket Item Read'],
      ),
    ],
  },
  {
    name: 'spring-campaign',
    issued: -200,
    used: -50,
    ends: -20,
    from: rangesOf(41),
    parts: (account) => [on(account, zones(account, 3), ['Cache Purge'])],
  },
  {
    name: 'trade-fair-kiosk',
    issued: -6,
    used: -1,
    ends: 26,
    from: [rangesOf(42)[0]],
    parts: (account) => [on(account, zones(account, 3), ['Zone Read'])],
  },
]
