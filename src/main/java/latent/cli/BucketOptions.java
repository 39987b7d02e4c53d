package latent.cli;

import latent.plan.KeySource;
import latent.plan.OriginalGlob;
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

    /** @throws IllegalArgumentException when it is no source */
    KeySource originals() {
        return KeySource.parse(originals);
    }

    /** @throws IllegalArgumentException when it is no source */
    KeySource renditions() {
        return KeySource.parse(renditions);
    }

    String prefix() {
        return prefix;
    }

    /** @throws IllegalArgumentException when its braces do not pair */
    OriginalGlob glob() {
        return new OriginalGlob(glob);
    }
}
