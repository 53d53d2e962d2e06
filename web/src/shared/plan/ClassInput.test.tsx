import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setLanguage } from '@/shared/i18n';
import { render } from '../../../tests/render';
import { SchemaField } from './SchemaField';
import { named } from './schema';

test('a class of components is chosen by its name, not by its code', () => {
  setLanguage('zh-CN');
  render(<SchemaField name="class" schema={{ $ref: '#/$defs/ComponentClass' }} value="main-parts" onChange={() => undefined} />);
  expect(screen.getByText('主要部件')).toBeVisible();
  expect(screen.queryByDisplayValue('main-parts')).not.toBeInTheDocument();
  expect(named('ComponentClass')).toBeDefined();
});
