import { execFileSync, spawn } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { maxSourceSize, readSource } from '../../pipeline/read/read-source.ts'
import { temporarySite } from '../support/temporary-site.ts'

const read = (body: string | Uint8Array) => readSource(temporarySite({ 'a.md': body }), 'a.md')

test('the text is what stands in the file, byte order mark and line ends included', () => {
  const text = '\uFEFFa\r\nb\r\tç 𐍈 \u0000'
  expect(read(text)).toMatchObject({ kind: 'read', source: { path: 'a.md', text } })
})

test('an empty file is an empty text', () => {
  expect(read('')).toMatchObject({ kind: 'read', source: { text: '' } })
})

test('the digest is the one that git has', () => {
  const root = temporarySite({ 'a.md': 'Größe\n' })
  const known = execFileSync('git', ['hash-object', 'a.md'], { cwd: root, encoding: 'utf8' }).trim()
  expect(readSource(root, 'a.md')).toMatchObject({ source: { digest: known } })
})

describe('a file that is not UTF-8 is found, with the place of its first wrong byte', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00])
  test.each<[what: string, bytes: Uint8Array, place: string, message: string]>([
    ['Latin-1', Buffer.from('# Caf\n\nÄrger: caf\u00e9', 'latin1'), '3:1', 'Unexpected byte 0xC4 at offset 7'],
    ['after wide characters', Buffer.concat([Buffer.from('è𐍈\r\n𐍈x'), Buffer.from([0x80])]), '2:4', 'Unexpected byte 0x80 at offset 13'],
    [
      'a sequence that is cut off',
      Buffer.concat([Buffer.from('ab'), Buffer.from([0xe2, 0x82])]),
      '1:3',
      'Unexpected byte 0xE2 at offset 2',
    ],
    ['a sequence that another one follows', Buffer.from([0x61, 0xef, 0xbf, 0x41]), '1:2', 'Unexpected byte 0xEF at offset 1'],
    ['half of a surrogate pair', Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80]), '2:1', 'Unexpected byte 0xED at offset 2'],
    [
      'after a real replacement character',
      Buffer.concat([Buffer.from('\uFFFD'), Buffer.from([0xff])]),
      '1:2',
      'Unexpected byte 0xFF at offset 3',
    ],
    ['UTF-16', utf16, '1:1', 'looks like UTF-16'],
  ])('%s', (_what, bytes, place, message) => {
    const result = read(bytes)
    if (result.kind !== 'broken') throw new Error('It was read.')
    const { finding } = result
    expect([finding.rule, finding.severity, finding.file, `${finding.line}:${finding.column}`]).toEqual([
      'invalid-utf8',
      'error',
      'a.md',
      place,
    ])
    expect(finding.message).toContain(message)
  })
})

test('a file that is too large is not read', () => {
  expect(read(new Uint8Array(maxSourceSize + 1))).toMatchObject({ kind: 'broken', finding: { rule: 'file-too-large' } })
})

test('nor is a huge one read to find out, and its size is told', () => {
  const root = temporarySite({ 'a.po': '' })
  truncateSync(join(root, 'a.po'), 1000 * 1024 * 1024)
  const before = process.resourceUsage().maxRSS
  expect(readSource(root, 'a.po')).toMatchObject({
    finding: { rule: 'file-too-large', message: 'Unexpected size of 1000 MiB, expected at most 8 MiB. Cut the file in parts.' },
  })
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024)
})

test('a pipe, which has no size, is read', () => {
  const root = temporarySite({})
  execFileSync('mkfifo', [join(root, 'a.po')])
  const writer = spawn('sh', ['-c', 'printf text > a.po'], { cwd: root })
  expect(readSource(root, 'a.po')).toMatchObject({ source: { text: 'text' } })
  writer.unref()
})

test('a file that is not there, or is a folder, is a finding', () => {
  const root = temporarySite({ 'a.md/': '' })
  expect(readSource(root, 'a.md')).toMatchObject({ kind: 'broken', finding: { rule: 'unreadable-file' } })
  expect(readSource(root, 'b.md')).toMatchObject({ kind: 'broken', finding: { rule: 'unreadable-file' } })
})

/** Text with bytes in it that are none. */
const spoiled = fc.tuple(fc.string({ unit: 'binary' }), fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.string({ unit: 'binary' }))

test.prop([spoiled])('the place is where decoding first goes wrong, whatever stands around it', ([before, bytes, after]) => {
  const body = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])
  const result = read(body)
  const strict = (part: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(part)
      return true
    } catch {
      return false
    }
  }
  expect(result.kind).toBe(strict(body) ? 'read' : 'broken')
  if (result.kind === 'read') return
  const offset = Number(/offset (\d+)/.exec(result.finding.message)?.[1])
  const longer = [1, 2, 3, 4].filter((more) => offset + more <= body.length).map((more) => body.subarray(0, offset + more))
  expect([strict(body.subarray(0, offset)), longer.some(strict)]).toEqual([true, false])
})
