import { notLoaded } from './errors.ts'

/** The SDK: no page needs it to show, so it comes with the first write, or before it when there is time. */
export const loadSdk = () => import('./client.ts').catch(notLoaded)
