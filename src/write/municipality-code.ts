import { municipalities } from '../check/files/municipalities.ts';
import { checkDigit } from '../model/municipality.ts';
import { cellField, type Field } from './field.ts';

/** A field for a 全国地方公共団体コード, which says what the check digit would be where six digits end in another one. */
export function codeField(option: string): Field {
  const field = cellField(option, '団体コード', municipalities, 'must');
  return {
    ...field,
    wrong: (code) => {
      const wrong = field.wrong(code);
      if (wrong === null || !/^\d{6}$/.test(code)) return wrong;
      return `${wrong}はじめの5けたが正しければ、6けためは ${checkDigit(code.slice(0, 5))} です。`;
    },
  };
}
