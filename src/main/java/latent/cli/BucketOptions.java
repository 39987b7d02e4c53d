package latent.cli;

import java.util.List;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import picocli.CommandLine.Option;

/** Which objects of both buckets a command looks at, and where it has their keys from. */
final class BucketOptions {
    @Option(
            names = "--originals",
            paramLabel = "SOURCE",
            defaultValue = "bucket",
            description =
                    "bucket, which is listed; inventory:PATH of a manifest.json of S3 Inventory, CSV or Parquet; table:NAME of a live inventory"
                            + " table of S3 Metadata, or table:PATH of Parquet with its columns; keys:FILE with a key on each line"
                            + " (default: ${DEFAULT-VALUE}).")
    private String originals = "";

    @Option(
            names = "--renditions",
            paramLabel = "SOURCE",
            defaultValue = "bucket",
            description = "bucket, inventory:PATH or table:NAME (default: ${DEFAULT-VALUE}).")
    private String renditions = "";

    @Option(
            names = "--prefix",
            paramLabel = "FOLDER/",
            defaultValue = "",
            description = "Only what lies in this folder.")
    private String prefix = "";

    @Option(
            names = "--glob",
            paramLabel = "GLOB",
            defaultValue = "**",
            description = "Only originals that fit: * and ? stay inside a folder, ** does not, {a,b} is one of them.")
    private String glob = "";

    /**
     * A request for these objects.
     *
     * @throws IllegalArgumentException when one of the two is no source, or the braces of the glob do not pair
     */
    PlanRequest request(List<String> wanted, StaleBy staleBy, int shardOriginals, ShardFormat format) {
        return new PlanRequest(
                KeySource.parse(originals),
                KeySource.parse(renditions),
                prefix,
                new OriginalGlob(glob),
                wanted,
                staleBy,
                shardOriginals,
                format);
    }
}
