import { municipalitiesSchema } from '../check/files/municipalities.ts';
import { computeCheckDigit } from '../model/municipality.ts';
import { createCellField, type RecipeField } from './field.ts';

/** A field for a 全国地方公共団体コード, which says what the check digit would be where six digits end in another one. */
export function createCodeField(option: string): RecipeField {
  const field = createCellField(option, '団体コード', municipalitiesSchema, 'must');
  return {
    ...field,
    validate: (code) => {
      const wrong = field.validate(code);
      if (wrong === null || !/^\d{6}$/.test(code)) return wrong;
      return `${wrong}はじめの5けたが正しければ、6けためは ${computeCheckDigit(code.slice(0, 5))} です。`;
    },
  };
}
