import { expect, test } from 'vitest'
import { signature } from '../../../pipeline/store/embedded/signature.ts'
import { parseTarget } from '../../../pipeline/store/embedded/target.ts'

// From "Signature Calculations for the Authorization Header" and "Authenticating Requests: Using Query Parameters" in the Amazon S3 API Reference.
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const rows = [
  {
    name: 'GET object',
    method: 'GET',
    url: '/test.txt',
    headers: { range: 'bytes=0-9' },
    payload: empty,
    expected: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  },
  {
    name: 'PUT object',
    method: 'PUT',
    url: '/test%24file.text',
    headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    payload: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    expected: '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  },
  {
    name: 'GET bucket lifecycle',
    method: 'GET',
    url: '/?lifecycle',
    headers: {},
    payload: empty,
    expected: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  },
  {
    name: 'list objects',
    method: 'GET',
    url: '/?max-keys=2&prefix=J',
    headers: {},
    payload: empty,
    expected: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  },
]

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const time = '20130524T000000Z'
const region = 'us-east-1'

test.each(rows)("the signature of Amazon's example: $name", ({ method, url, headers, payload, expected }) => {
  const all = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-content-sha256': payload, 'x-amz-date': time, ...headers }
  const signing = { secret, time, region, signedHeaders: Object.keys(all).sort(), payload }
  expect(signature({ method, target: parseTarget(url), headers: all }, signing)).toBe(expected)
})

test("the signature of Amazon's example: a presigned address", () => {
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    'X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request',
    'X-Amz-Date=20130524T000000Z',
    'X-Amz-Expires=86400',
    'X-Amz-SignedHeaders=host',
  ]
  const target = parseTarget(`/test.txt?${query.join('&')}`)
  const signing = { secret, time, region, signedHeaders: ['host'], payload: 'UNSIGNED-PAYLOAD' }
  expect(signature({ method: 'GET', target, headers: { host: 'examplebucket.s3.amazonaws.com' } }, signing)).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})
