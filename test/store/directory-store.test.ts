import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { storeContract } from './contract.ts'

storeContract('directory', async () => {
  const folder = temporaryFolder()
  return { store: directoryStore(folder.path), dispose: async () => folder[Symbol.dispose]() }
})
