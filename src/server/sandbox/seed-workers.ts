import { seededId } from './random.ts'
import { WORKER_NAMES } from './seed.ts'
import { wireTime } from './wire-time.ts'
import type { Worker } from './types.ts'

const DAY = 86_400_000

/** The Workers of a fresh account. A tag stays the same across deploys. */
export function seedWorkers(accountId: string, count: number, now: number): Worker[] {
  return Array.from({ length: count }, (_, index) => {
    const name = WORKER_NAMES[index] ?? `worker-${String(index).padStart(3, '0')}`
    return {
      tag: seededId(`worker ${name} of ${accountId}`),
      name,
      tags: index % 3 === 0 ? ['production'] : [],
      created_on: wireTime(now - (index + 2) * 31 * DAY),
      updated_on: wireTime(now - (index + 1) * 3 * DAY),
    }
  })
}
