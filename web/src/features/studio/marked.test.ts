import { afterEach, describe, expect, it } from 'vitest';
import { marked, words } from './marked';

const TEXT = '一、质保\n𠮷整机两年。外壳';

function pane(): HTMLElement {
  document.body.innerHTML = '<div><p><span data-from="0">一、质保</span></p><p><mark><span>时限</span><span data-from="5">𠮷整机两年。</span></mark><span data-from="11">外壳</span></p></div>';
  return document.body.firstElementChild as HTMLElement;
}

function select(from: Node, fromAt: number, to: Node, toAt: number): void {
  const range = document.createRange();
  range.setStart(from, fromAt);
  range.setEnd(to, toAt);
  const selection = globalThis.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

afterEach(() => globalThis.getSelection()?.removeAllRanges());

describe('words somebody marked', () => {
  it('are counted in characters, not in halves of them', () => {
    const of = pane();
    const [first, , second, third] = [...of.querySelectorAll('span')].map((span) => span.firstChild as Text);
    select(second as Text, 2, third as Text, 1);
    expect(marked(of, TEXT)).toEqual({ quote: '整机两年。外', from: 6, to: 12 });
    select(first as Text, 2, second as Text, 4);
    expect(marked(of, TEXT)).toEqual({ quote: '质保\n𠮷整机', from: 2, to: 8 });
  });

  it('are a whole stretch or a whole line where that is what was chosen', () => {
    const of = pane();
    const [first, second] = [...of.querySelectorAll('p')];
    select(first?.firstChild as Element, 0, first?.firstChild as Element, 1);
    expect(marked(of, TEXT)).toEqual({ quote: '一、质保', from: 0, to: 4 });
    select(second as Element, 0, second as Element, 2);
    expect(marked(of, TEXT)).toEqual({ quote: '𠮷整机两年。外壳', from: 5, to: 13 });
  });

  it('lose the blanks around them', () => {
    expect(words(TEXT, 2, 5)).toEqual({ quote: '质保', from: 2, to: 4 });
    expect(words(TEXT, 4, 5)).toBeUndefined();
  });

  it('are none without a selection, and outside of the document', () => {
    const of = pane();
    expect(marked(of, TEXT)).toBeUndefined();
    document.body.append('外面');
    select(of.querySelector('span')?.firstChild as Text, 0, document.body.lastChild as Text, 1);
    expect(marked(of, TEXT)).toBeUndefined();
  });
});
