import type { BulkAction } from '#domain/inventory/bulk-plan.ts'

type Words = {
  /** The dialog's title and its button: "Disable 12 tokens". */
  verb: string
  /** While it runs: "Disabling". */
  doing: string
  done: string
  effect: string
  isHarmful: boolean
}

export const BULK_WORDS: Record<BulkAction['kind'], Words> = {
  disable: {
    verb: 'Disable',
    doing: 'Disabling',
    done: 'disabled',
    effect: 'Whatever uses these tokens is refused until they are enabled again. Secrets and policies stay.',
    isHarmful: true,
  },
  enable: {
    verb: 'Enable',
    doing: 'Enabling',
    done: 'enabled',
    effect: 'Whatever holds their secrets can act on this account again.',
    isHarmful: false,
  },
  delete: {
    verb: 'Delete',
    doing: 'Deleting',
    done: 'deleted',
    effect: 'Whatever still uses these tokens loses access at once. This cannot be undone; disabling them can.',
    isHarmful: true,
  },
  expiry: {
    verb: 'Set the expiry of',
    doing: 'Setting the expiry of',
    done: 'changed',
    effect: 'At that time they stop to work. Secrets and policies stay.',
    isHarmful: false,
  },
  ip: {
    verb: 'Limit the IP ranges of',
    doing: 'Limiting the IP ranges of',
    done: 'changed',
    effect: 'From then on they are accepted from these ranges only.',
    isHarmful: false,
  },
}
