import * as v from 'valibot'
import { readAnswer } from './answer.ts'
import type { Sdk } from './client.ts'
import { ownUrl } from './fetch.ts'

const clientAddress = v.object({
  address: v.nullable(v.string()),
  kind: v.picklist(['public', 'local', 'unknown']),
})

export type ClientAddress = v.InferOutput<typeof clientAddress>

/** The address that the server sees the user at. */
export async function getClientAddress(): Promise<ClientAddress> {
  return readAnswer(
    (sdk: Sdk) => sdk.get(ownUrl('/client-address')),
    ({ result }) => v.parse(clientAddress, result),
  )
}
