import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useShortcut } from './useShortcut';

function Page({ run, redo }: { run: () => void; redo: () => void }) {
  useShortcut('m', 'merge', run);
  useShortcut('M', 'other', redo);
  return (
    <>
      <input type="radio" aria-label="filter" />
      <input aria-label="name" />
    </>
  );
}

it('answers after a filter was clicked, and is quiet while somebody types', () => {
  const [run, redo] = [vi.fn(), vi.fn()];
  render(<Page run={run} redo={redo} />);
  fireEvent.keyDown(screen.getByLabelText('filter'), { key: 'm' });
  expect(run).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(screen.getByLabelText('name'), { key: 'm' });
  expect(run).toHaveBeenCalledTimes(1);
});

it('knows a letter under caps lock and behind an input method', () => {
  const [run, redo] = [vi.fn(), vi.fn()];
  render(<Page run={run} redo={redo} />);
  fireEvent.keyDown(document.body, { key: 'M', code: 'KeyM' });
  fireEvent.keyDown(document.body, { key: 'Process', code: 'KeyM' });
  expect(run).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(document.body, { key: 'm', code: 'KeyM', shiftKey: true });
  expect(redo).toHaveBeenCalledTimes(1);
});
