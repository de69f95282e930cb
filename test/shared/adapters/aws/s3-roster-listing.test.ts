// The emulator keeps no versions: a server of this test answers as S3 does, in two pages.
import { createServer, type Server } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { close, listen, portOf } from "#local/emulators/loopback.ts";
import { S3RosterListing } from "#shared/adapters/aws/s3-roster-listing.ts";

const KEY = "rosters/14.03/rentan/apbd/a.csv";
const asked: string[] = [];
let server: Server;
let s3: S3Client;

const version = (id: string, at: string): string =>
  `<Version><Key>${KEY}</Key><VersionId>${id}</VersionId><ETag>&quot;${id}-etag&quot;</ETag><LastModified>${at}</LastModified></Version>`;
const removal = `<DeleteMarker><Key>${KEY}</Key><VersionId>gone</VersionId><LastModified>2023-02-02T00:00:00Z</LastModified></DeleteMarker>`;
const page = (inner: string): string => `<?xml version="1.0"?><ListVersionsResult>${inner}</ListVersionsResult>`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    asked.push(url.searchParams.get("prefix") ?? "");
    const second = url.searchParams.get("key-marker") === KEY && url.searchParams.get("version-id-marker") === "v2";
    response.setHeader("content-type", "application/xml");
    response.end(
      second
        ? page(`<IsTruncated>false</IsTruncated>${version("v1", "2023-02-01T00:00:00.000Z")}`)
        : page(
            `<IsTruncated>true</IsTruncated><NextKeyMarker>${KEY}</NextKeyMarker><NextVersionIdMarker>v2</NextVersionIdMarker>${removal}${version("v2", "2023-02-01T00:00:01.000Z")}`,
          ),
    );
  });
  await listen(server, 0);
  s3 = new S3Client({
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    forcePathStyle: true,
    region: "ap-southeast-3",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
});
afterAll(async () => {
  s3.destroy();
  await close(server);
});

test("every version of every page is listed, newest first, and deletions are not", async () => {
  expect(await new S3RosterListing(s3, "rosters", true).list()).toEqual([
    { key: KEY, versionId: "v2", etag: "v2-etag", lastModified: "2023-02-01T00:00:01.000Z" },
    { key: KEY, versionId: "v1", etag: "v1-etag", lastModified: "2023-02-01T00:00:00.000Z" },
  ]);
  expect(asked).toEqual(["rosters/", "rosters/"]);
});
