import { lazyComponent } from '#app/ui/lazy-component.ts'

// Few accounts and pages are empty.

export const EmptyAccount = lazyComponent(
  () => import('./empty-account.tsx'),
  (file) => file.EmptyAccount,
)

export const EmptyPage = lazyComponent(
  () => import('./empty-page.tsx'),
  (file) => file.EmptyPage,
)
