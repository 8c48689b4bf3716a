import { expect, test } from 'vitest'
import { withoutSecrets } from '../../pipeline/report/without-secrets.ts'

const env = {
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7',
  AWS_SESSION_TOKEN: 'wJalrXUtnFEMI/K7MDENG',
  GITHUB_TOKEN: undefined,
  MY_PASSWORD: 'short',
  HOME: '/home/ada',
}

test.each([
  ['the key wJalrXUtnFEMI/K7 and again wJalrXUtnFEMI/K7', 'the key … and again …'],
  ['one in another: wJalrXUtnFEMI/K7MDENG.', 'one in another: ….'],
  ['`https://ada:hunter2@host:9000/a` is no address', '`https://…@host:9000/a` is no address'],
  ['`https://ada@host/a`', '`https://…@host/a`'],
  ['"endpoint": "ada:hunter2@host"', '"endpoint": "…@host"'],
  ['what is no secret stays: short, /home/ada', 'what is no secret stays: short, /home/ada'],
  ['articles/a.md:3:5: mail to ada@host.example, https://host/@ada', 'articles/a.md:3:5: mail to ada@host.example, https://host/@ada'],
  ['at file:///srv/node_modules/@aws-sdk/core/index.js:79:67', 'at file:///srv/node_modules/@aws-sdk/core/index.js:79:67'],
])('%s: %s', (text, safe) => {
  expect(withoutSecrets(text, env)).toBe(safe)
})
