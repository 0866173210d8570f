import { lazyComponent } from '#app/ui/lazy-component.ts'

// Few accounts, pages and searches are empty.

export const EmptyAccount = lazyComponent(
  () => import('./empty-account.tsx'),
  (file) => file.EmptyAccount,
)

export const SecretFound = lazyComponent(
  () => import('./secret-found.tsx'),
  (file) => file.SecretFound,
)

export const EmptyPage = lazyComponent(
  () => import('./empty-page.tsx'),
  (file) => file.EmptyPage,
)
