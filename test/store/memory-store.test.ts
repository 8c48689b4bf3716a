import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { storeContract } from './contract.ts'

storeContract('memory', async () => {
  const store = memoryStore()
  return { store, dispose: () => store.close() }
})
