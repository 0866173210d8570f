import { lazyComponent } from '#app/ui/lazy-component.ts'

// Few accounts, pages and searches are empty.

export const EmptyAccount = lazyComponent(() => import('./empty-account.tsx'), 'EmptyAccount')

export const SecretFound = lazyComponent(() => import('./secret-found.tsx'), 'SecretFound')

export const EmptyPage = lazyComponent(() => import('./empty-page.tsx'), 'EmptyPage')
