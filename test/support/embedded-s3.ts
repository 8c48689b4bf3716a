import type { Store } from '../../pipeline/model/store.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import type { S3Location } from '../../pipeline/store/s3-client-config.ts'

export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-so-secret' }

/** The real SDK against the embedded server, over `behind`. */
export async function embeddedS3(
  behind: Store = memoryStore(),
  location: Partial<S3Location> = {},
): Promise<{ store: Store; server: EmbeddedServer; dispose: () => Promise<void> }> {
  const server = await startEmbeddedServer(behind, { port: 0, host: '127.0.0.1', bucket: 'site', credentials })
  const store = s3Store({ bucket: 'site', prefix: '', endpoint: server.url, region: null, credentials, ...location })
  return {
    store,
    server,
    dispose: async () => {
      await store.close()
      await server.close()
    },
  }
}
