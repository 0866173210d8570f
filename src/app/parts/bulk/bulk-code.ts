// One file to load: each one more is named in the first.
export { BulkDialog } from './bulk-dialog.tsx'
export { Unfinished } from './unfinished.tsx'
