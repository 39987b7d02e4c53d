package latent.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the local stack stands.
 *
 * @param originals folder of pictures to start with; drawn ones when absent
 * @param data      folder that keeps both buckets for the next start
 */
public record DemoOptions(Optional<Path> originals, Path data, int websitePort, int processorPort, int s3Port) {}
