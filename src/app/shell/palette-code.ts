import { lazyComponent } from '#app/ui/lazy-component.ts'

/** The palette, apart from what opens it: its code comes in an idle moment, or when it is opened before. */
export const Palette = lazyComponent(() => import('./palette.tsx'), 'Palette')
