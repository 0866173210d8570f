import { lazyModule } from '#app/ui/lazy-module.ts'

/** The rules for what looks like a secret, which the first rows do not need. */
export const secretRules = lazyModule(() => import('#domain/secret/looks-like-secret.ts'))
