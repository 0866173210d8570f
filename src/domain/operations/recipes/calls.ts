import type { RecipeCall } from './recipe.ts'

export const call = (method: string, path: string, why: string): RecipeCall => ({ method, path, why })

const RECORDS = '/zones/{zone_id}/dns_records'
const RECORD = `${RECORDS}/{dns_record_id}`

export const FIND_ZONE = call('GET', '/zones', 'finds the zone by its name')
export const LIST_ZONES = call('GET', '/zones', 'lists the zones')
export const LIST_RECORDS = call('GET', RECORDS, 'reads the records')
export const CREATE_RECORD = call('POST', RECORDS, 'creates a record')
export const REPLACE_RECORD = call('PUT', RECORD, 'replaces a record')
export const CHANGE_RECORD = call('PATCH', RECORD, 'changes a record')
export const DELETE_RECORD = call('DELETE', RECORD, 'deletes a record')
