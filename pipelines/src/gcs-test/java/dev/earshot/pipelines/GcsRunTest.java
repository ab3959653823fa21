package dev.earshot.pipelines;

import java.nio.file.Path;

/** Google Cloud Storage, as {@link GcsServer} speaks it. */
class GcsRunTest extends StoreServerContract {
  @Override
  protected StoreServer start(Path folder) throws Exception {
    return GcsServer.start();
  }
}
