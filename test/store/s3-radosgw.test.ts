import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { s3Store } from '../../pipeline/store/s3.ts'
import { type Radosgw, radosgwInstalled, startRadosgw } from '../support/radosgw.ts'
import { storeContract } from './contract.ts'

const hint =
  'radosgw is not installed (Debian: apt-get install radosgw ceph-mon ceph-osd ceph-mgr): S3 is tested on the embedded server alone'

if (!radosgwInstalled) process.stderr.write(`SKIPPED: ${hint}\n`)
test.runIf(!radosgwInstalled)(hint, (context) => context.skip())

describe.runIf(radosgwInstalled)('radosgw', () => {
  let gateway: Radosgw
  let buckets = 0

  beforeAll(async () => {
    gateway = await startRadosgw()
  }, 120_000)
  afterAll(() => gateway.stop())

  storeContract('S3 on radosgw', async () => {
    const bucket = `site-${buckets++}`
    const { endpoint, credentials } = gateway
    const client = new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true })
    await client.send(new CreateBucketCommand({ Bucket: bucket }))
    client.destroy()
    const store = s3Store({ bucket, prefix: '', endpoint, region: null, credentials })
    return { store, dispose: () => store.close() }
  })
})
