import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openPortal } from '../../../src/portal/open.ts';
import {
  forgetPortal,
  getPortal,
  sharedOpening,
  shareOpening,
  withPortal,
} from '../../../src/portal/shared.ts';
import { edited, put, town, TOWNS } from '../../support/town.ts';

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

describe('another portal', () => {
  const other = openPortal({ root: join(TOWNS, 'sound'), base: '/other/' });
  const base = () => getPortal().site.base;

  test('is given to what is called from within, and to nothing else', async () => {
    shareOpening({ root: town() });
    const within = withPortal(other, async () => {
      await Promise.resolve();
      return base();
    });
    expect([await within, base()]).toEqual(['/other/', '/']);
  });

  test('is not the one that is forgotten when a file was changed', () => {
    shareOpening({ root: town() });
    const told = withPortal(other, () => {
      forgetPortal();
      return base();
    });
    expect([told, base()]).toEqual(['/other/', '/']);
  });
});
