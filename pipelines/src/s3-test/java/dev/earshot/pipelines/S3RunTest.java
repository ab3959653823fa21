package dev.earshot.pipelines;

import java.nio.file.Path;

/** S3, as S3Proxy speaks it. */
class S3RunTest extends StoreServerContract {
  @Override
  protected StoreServer start(Path folder) throws Exception {
    return S3Server.start(folder);
  }
}
