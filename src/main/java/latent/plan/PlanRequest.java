package latent.plan;

import java.io.Serializable;
import java.util.List;

/**
 * What is to be planned.
 *
 * @param originals      where the originals' keys come from
 * @param renditions     where the renditions' keys come from
 * @param prefix         a folder with its slash, for both buckets; empty for all
 * @param glob           of originals inside of it
 * @param wanted         lines of what there should be
 * @param staleBy        how stale renditions are known
 * @param shardOriginals how many originals a shard has at most
 * @param format         of the shards
 */
public record PlanRequest(
        KeySource originals,
        KeySource renditions,
        String prefix,
        OriginalGlob glob,
        List<String> wanted,
        StaleBy staleBy,
        int shardOriginals,
        ShardFormat format)
        implements Serializable {
    /** How a rendition is known to be stale. */
    public enum StaleBy {
        /** It is older than its original: what a listing tells. */
        DATE,
        /** It says that it was made from another version: a HEAD request for each rendition that is there. One that does not say it goes by date. */
        SOURCE
    }

    /** What a plan's shards are written as. */
    public enum ShardFormat {
        PARQUET,
        NDJSON
    }

    private static final int MOST_IN_A_SHARD = 100_000;

    public PlanRequest {
        wanted = List.copyOf(wanted);
        if (!prefix.isEmpty() && (!prefix.endsWith("/") || prefix.startsWith("/"))) {
            throw new IllegalArgumentException(
                    "A prefix is a folder and ends in a slash, such as widgets/: a part of a name"
                            + " would not tell an original's renditions from those of others. It is: " + prefix);
        }
        if (renditions.kind() == KeySource.Kind.KEYS) {
            throw new IllegalArgumentException(
                    "What renditions there are is known from the bucket or from its inventory.");
        }
        if (shardOriginals < 1 || shardOriginals > MOST_IN_A_SHARD) {
            throw new IllegalArgumentException(
                    "A shard has 1 to " + MOST_IN_A_SHARD + " originals, not " + shardOriginals + ".");
        }
    }

    /** The same with the originals' keys from somewhere else. */
    public PlanRequest withOriginals(KeySource other) {
        return new PlanRequest(other, renditions, prefix, glob, wanted, staleBy, shardOriginals, format);
    }

    /** Whether this original is to be planned for. */
    public boolean covers(String original) {
        return original.startsWith(prefix) && glob.fits(original);
    }
}
