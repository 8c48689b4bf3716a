import { expect, test } from 'vitest'
import type { Step } from '../../pipeline/model/step.ts'
import { inUploadOrder, uploadGroups } from '../../pipeline/plan/upload-order.ts'
import { entry, staged } from '../support/staged.ts'

const old = (name: string): Step => ({ kind: 'put', key: staged(name).key, artifact: staged(name), published: entry(staged(name, 'old')) })
const fresh = (name: string, kind = staged(name).kind): Step => ({
  ...{ kind: 'put', key: staged(name).key, published: null },
  artifact: staged(name, name, { kind }),
})
const kept = (name: string): Step => ({ kind: 'keep', key: staged(name).key, entry: entry(staged(name)) })
const dropped = (name: string): Step => ({ kind: 'delete', key: staged(name).key, entry: entry(staged(name)) })

/** The group of the first step, in a plan with the others. */
const groupOf = (step: Step, ...others: readonly Step[]) => uploadGroups([step, ...others])(step)

test.each<[string, string, Step, readonly Step[]]>([
  ['assets', 'a new asset', fresh('assets/a.css'), []],
  ['assets', 'a changed asset', old('assets/a.css'), []],
  ['new pages', 'a page that was never there', fresh('en/a/index.html'), []],
  ['changed pages', 'a page that was', old('en/a/index.html'), []],
  ['redirects', 'a page that leads on', fresh('en/a/index.html', 'redirect'), []],
  ['new lists', 'the first list of a tag, which changed pages point at', fresh('en/tag/eu/index.html', 'index'), [kept('en/a/index.html')]],
  [
    'indexes',
    'a list of a tag that was there',
    { ...old('en/tag/eu/index.html'), artifact: staged('en/tag/eu/index.html', 'x', { kind: 'index' }) } as Step,
    [],
  ],
  ['new homes', 'the index of a language that is new', fresh('it/index.html'), [old('en/a/index.html')]],
  ['new lists', 'the feed of a language that is new', fresh('it/feed.xml'), [old('en/a/index.html')]],
  ['indexes', 'a new index of a language that was there', fresh('it/index.html'), [kept('it/a/index.html')]],
  ['indexes', 'a new feed of a language that was there', fresh('it/feed.xml'), [old('it/a/index.html')]],
  ['indexes', 'a new index of a language that loses its last page', fresh('it/index.html'), [dropped('it/a/index.html')]],
  ['new homes', 'only new pages make no language known', fresh('it/index.html'), [fresh('it/a/index.html')]],
  ['indexes', 'a changed index', old('en/index.html'), []],
  ['indexes', 'what lies at the top', fresh('sitemap.xml'), []],
  ['indexes', 'the first page of all', fresh('index.html'), []],
  ['kept', 'what stays', kept('en/a/index.html'), []],
  ['deletions', 'what goes', dropped('en/a/index.html'), []],
])('%s: %s', (group, _, step, others) => {
  expect(groupOf(step, ...others)).toBe(group)
})

test('group after group, by key within each', () => {
  const steps = [
    ...[
      dropped('en/gone/index.html'),
      kept('en/kept/index.html'),
      fresh('sitemap.xml'),
      old('en/index.html'),
      fresh('en/r/index.html', 'redirect'),
    ],
    ...[
      old('en/b/index.html'),
      old('en/a/index.html'),
      fresh('it/index.html'),
      fresh('it/feed.xml'),
      fresh('en/tag/x/index.html', 'index'),
    ],
    ...[fresh('en/z/index.html'), fresh('en/y/index.html'), fresh('assets/b.css'), fresh('assets/a.css')],
  ]
  expect(inUploadOrder(steps).map(({ key }) => key)).toEqual([
    ...['assets/a.css', 'assets/b.css', 'en/y/index.html', 'en/z/index.html', 'en/tag/x/index.html', 'it/feed.xml', 'it/index.html'],
    ...[
      'en/a/index.html',
      'en/b/index.html',
      'en/r/index.html',
      'en/index.html',
      'sitemap.xml',
      'en/kept/index.html',
      'en/gone/index.html',
    ],
  ])
})
