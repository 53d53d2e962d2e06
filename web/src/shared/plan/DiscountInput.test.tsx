import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { DiscountInput } from './DiscountInput';

afterEach(() => setLanguage('zh-CN'));

test.each([
  ['zh-CN', '9', '8.5'],
  ['en', '90', '85'],
] as const)('a discount is shown and typed as it is said in %s', (language, shown, typed) => {
  setLanguage(language);
  const onChange = vi.fn();
  render(<DiscountInput label="discount" value="9000" onChange={onChange} />);
  const input = screen.getByRole('spinbutton', { name: 'discount' });
  expect(input).toHaveValue(shown);
  fireEvent.change(input, { target: { value: typed } });
  expect(onChange).toHaveBeenLastCalledWith('8500');
});
