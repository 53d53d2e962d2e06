import { expect, test } from 'vitest';
import { problemFrom } from './problem';

test('a problem document is read whole', async () => {
  const body = { type: 'case/not-signed', title: '还不能关单', errors: [{ pointer: '/reason', message: '请写明原因' }] };
  const problem = await problemFrom(new Response(JSON.stringify(body), { status: 409, headers: { 'content-type': 'application/problem+json' } }));
  expect(problem.message).toBe('还不能关单');
  expect(problem.fields).toEqual(body.errors);
  expect(problem.clauses).toEqual([]);
});

test('what is no problem document is shown to nobody', async () => {
  const page = await problemFrom(new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }));
  expect(page.body).toBeUndefined();
  const odd = await problemFrom(new Response('{"message":"x"}', { status: 500, headers: { 'content-type': 'application/json' } }));
  expect(odd.body).toBeUndefined();
  const cut = await problemFrom(new Response('{"title":', { status: 500, headers: { 'content-type': 'application/json' } }));
  expect(cut.body).toBeUndefined();
});
