package latent.plan;

import java.io.Serializable;
import java.util.List;

/**
 * Parameters of a plan.
 *
 * @param originals      where keys of originals are read from
 * @param renditions     where keys of stored renditions are read from
 * @param prefix         a folder with its slash, in both buckets; empty for all
 * @param glob           of originals inside the folder
 * @param wanted         lines of wanted renditions, see {@link WantedRenditions}
 * @param staleBy        how stale renditions are recognised
 * @param shardOriginals most originals in a shard
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
    /** How a stale rendition is recognised. */
    public enum StaleBy {
        /** By being older than its original, as the listings show. */
        DATE,
        /** It says that it was made from another version: a HEAD request for each rendition that is there. One that does not say it goes by date. */
        SOURCE
    }

    /** File format of shards. */
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

    /** A copy that reads the keys of originals from another source. */
    public PlanRequest withOriginals(KeySource other) {
        return new PlanRequest(other, renditions, prefix, glob, wanted, staleBy, shardOriginals, format);
    }

    /** Whether this original is in the folder and matches the glob. */
    public boolean covers(String original) {
        return original.startsWith(prefix) && glob.fits(original);
    }
}
