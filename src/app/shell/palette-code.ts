import { lazyWithPreload } from 'react-lazy-with-preload'

/** The palette, apart from what opens it: its code comes in an idle moment, or when it is opened before. */
export const Palette = lazyWithPreload(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))
