import { listKeys } from '../../model/value-lists.ts';
import { feedTypes, listPartFeeds, printFeed } from '../../open-data/change-feeds.ts';
import { createFileRoute } from '../../open-data/file-route.ts';

export const { getStaticPaths, GET } = createFileRoute('feeds', (siteData) => {
  const start = siteData.urls.withBase('/feeds/').length;
  return listPartFeeds(siteData).flatMap((feed) =>
    listKeys(feed.files).map((format) => ({
      path: feed.files[format].slice(start),
      type: `${feedTypes[format]}; charset=utf-8`,
      make: () => printFeed(siteData, feed, format),
    })),
  );
});
