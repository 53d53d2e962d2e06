import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve('src');

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(SRC, name));
}

/** Where an import leads, as a path under src; undefined for libraries. */
function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return relative(SRC, resolve(file, '..', specifier));
  return undefined;
}

function layer(path: string): { name: string; feature: string | undefined } {
  const [name = '', feature] = path.split('/');
  return { name, feature: name === 'features' ? feature : undefined };
}

function isAllowed(from: string, to: string): boolean {
  const a = layer(from);
  const b = layer(to);
  // Data that the server publishes, such as a schema, belongs to nobody here.
  if (to.endsWith('.json')) return true;
  if (a.name === 'shared') return b.name === 'shared';
  if (a.name === 'features') return b.name === 'shared' || (b.name === 'features' && a.feature === b.feature);
  return true;
}

test('shared knows no feature, a feature knows no other feature, and nobody below knows the app', () => {
  const wrong = sourceFiles().flatMap((file) => {
    const from = relative(SRC, file);
    const specifiers = [...readFileSync(file, 'utf8').matchAll(/(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map((match) => match[1] ?? '');
    return specifiers
      .map((specifier) => target(file, specifier))
      .filter((to) => to !== undefined && !isAllowed(from, to))
      .map((to) => `${from} → ${to}`);
  });
  expect(wrong).toEqual([]);
});
