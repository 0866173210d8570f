import { lazyWithPreload } from 'react-lazy-with-preload'

// Few accounts and pages are empty.

export const EmptyAccount = lazyWithPreload(() =>
  import('./empty-account.tsx').then((module) => ({ default: module.EmptyAccount })),
)

export const EmptyPage = lazyWithPreload(() =>
  import('./empty-page.tsx').then((module) => ({ default: module.EmptyPage })),
)
