import { drawIndicatorPicture, drawZonesPicture } from '../../open-data/downloadable-pictures.ts';
import { createFileRoute } from '../../open-data/file-route.ts';

const type = 'image/svg+xml; charset=utf-8';

export const { getStaticPaths, GET } = createFileRoute('charts', (siteData) => [
  ...siteData.indicators.map((one) => ({
    path: `indicators/${one.id}.svg`,
    type,
    make: () => drawIndicatorPicture(siteData, one),
  })),
  ...siteData.municipalities.map((one) => ({
    path: `zones/${one.id}.svg`,
    type,
    make: () => drawZonesPicture(siteData, one),
  })),
]);
