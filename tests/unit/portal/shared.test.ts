import { afterEach, describe, expect, test } from 'vitest';
import { forgetPortal, getPortal, sharedOpening, shareOpening } from '../../../src/portal/shared.ts';
import { edited, put, town } from '../../support/town.ts';

afterEach(() => {
  shareOpening({ root: process.cwd() });
});

describe('the portal of a process', () => {
  test('is read once', () => {
    shareOpening({ root: town() });
    expect(getPortal()).toBe(getPortal());
  });

  test('is read again when it was forgotten', () => {
    const root = town();
    shareOpening({ root });
    const before = getPortal().theme('digital').title;
    put(root, edited('data/themes.csv', 'digital,デジタル', 'digital,電子'));
    forgetPortal();
    expect([before, getPortal().theme('digital').title]).toEqual(['デジタル', '電子']);
  });

  test('is read from the folder that was said last', () => {
    shareOpening({ root: town() });
    getPortal();
    shareOpening({ root: town(), base: '/plans/' });
    expect(getPortal().site.base).toBe('/plans/');
  });
});

test('what was said of the folder can be asked', () => {
  shareOpening({ root: '/a', base: '/b/' });
  expect(sharedOpening()).toEqual({ root: '/a', base: '/b/' });
});
