import { act, renderHook } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { useBase } from './useBase';

type Content = { version: number; name: string };

function setUp(isTouched: boolean) {
  const fill = vi.fn();
  const state = { isTouched };
  const first: { shown: Content; error: unknown } = { shown: { version: 1, name: '北京' }, error: undefined };
  const hook = renderHook(({ shown, error }) => useBase({ shown, isTouched: () => state.isTouched, fill, error }), { initialProps: first });
  return { ...hook, fill, state };
}

describe('the version a form was filled from', () => {
  test('newer content replaces a form that nobody has typed in', () => {
    const { result, rerender, fill } = setUp(false);
    rerender({ shown: { version: 2, name: '天津' }, error: undefined });
    expect(fill).toHaveBeenCalledWith({ version: 2, name: '天津' });
    expect(result.current.version()).toBe(2);
  });

  test('what somebody typed stays, and is not saved over a change they have not been told of', () => {
    const { result, rerender, fill } = setUp(true);
    rerender({ shown: { version: 2, name: '天津' }, error: undefined });
    expect(fill).not.toHaveBeenCalled();
    expect(result.current.version()).toBe(1);
  });

  test('once refused and told, the same content can be saved', () => {
    const { result, rerender, fill } = setUp(true);
    rerender({ shown: { version: 1, name: '北京' }, error: new ApiProblem(412, undefined) });
    expect(result.current.version()).toBe(1);
    rerender({ shown: { version: 2, name: '天津' }, error: new ApiProblem(412, undefined) });
    expect(fill).not.toHaveBeenCalled();
    expect(result.current.version()).toBe(2);
  });

  test('one’s own save is no change by others', () => {
    const { result, rerender, fill } = setUp(true);
    act(() => result.current.settle({ version: 2, name: '上海' }));
    rerender({ shown: { version: 2, name: '上海' }, error: undefined });
    expect(fill).toHaveBeenCalledTimes(1);
    expect(result.current.version()).toBe(2);
  });
});
