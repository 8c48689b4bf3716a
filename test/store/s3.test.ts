import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { embeddedS3 } from '../support/embedded-s3.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { storeContract } from './contract.ts'

storeContract('S3 on the embedded server over a directory', async () => {
  const folder = temporaryFolder()
  const { store, dispose } = await embeddedS3(directoryStore(folder.path))
  return {
    store,
    dispose: async () => {
      await dispose()
      folder[Symbol.dispose]()
    },
  }
})

const prefix = 'previews/a b+c'
storeContract('S3 below a prefix on the embedded server', () => embeddedS3(memoryStore(), { prefix }), 1024 - prefix.length - 1)
