import { later } from '#app/ui/later.tsx'

/** The palette, apart from what opens it: its code comes in an idle moment, or when it is opened before. */
export const Palette = later(() => import('./palette.tsx').then((module) => module.Palette))
