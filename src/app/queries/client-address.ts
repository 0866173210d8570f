import { useMutation } from '@tanstack/react-query'
import { getClientAddress } from '#app/api/client-address.ts'

/** Asks on a click, not ahead: the address changes with the network. */
export const useClientAddress = () => useMutation({ mutationFn: getClientAddress })
