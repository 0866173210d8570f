import { lazyComponent } from '#app/ui/lazy-component.ts'

// The first rows need none of them.

export const FilterPopover = lazyComponent(() => import('./filter-popover.tsx'), 'FilterPopover')

export const ViewPopover = lazyComponent(() => import('./view-popover.tsx'), 'ViewPopover')
