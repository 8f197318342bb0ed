// An S3 server with the bucket `news`; prints its port when it listens. Argument: its folder.
import S3rver from "s3rver";

const server = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory: process.argv[2],
  configureBuckets: [{ name: "news", configs: [] }],
});
const address = await server.run();
console.log(address.port);
process.on("SIGTERM", () => server.close(() => process.exit(0)));
