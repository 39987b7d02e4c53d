package latent.plan;

import java.io.Serializable;

/**
 * Where a job reads the keys of a bucket from.
 *
 * @param kind how they are read
 * @param path of a file or a folder, as Hadoop writes it ({@code s3://…} on a cluster that has such a file system), or the name of a table; empty for
 *     a listing
 */
public record KeySource(Kind kind, String path) implements Serializable {
    /** The bucket itself, or a list of its keys. */
    public enum Kind {
        /** The bucket is listed now. */
        BUCKET,
        /** S3 Inventory has listed it, as CSV or Parquet; the path is that of its {@code manifest.json}. */
        INVENTORY,
        /** S3 Metadata has listed it: a table of the session's catalog by its name, or a folder of Parquet files with the same columns. */
        TABLE,
        /** A file of keys, one on a line. */
        KEYS
    }

    private static final String INVENTORY = "inventory:";
    private static final String TABLE = "table:";
    private static final String KEYS = "keys:";

    /** A listing of the bucket. */
    public static final KeySource OF_BUCKET = new KeySource(Kind.BUCKET, "");

    /**
     * Reads {@code bucket}, {@code inventory:PATH}, {@code table:NAME}, or {@code keys:PATH}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static KeySource parse(String text) {
        if (text.equals("bucket")) {
            return OF_BUCKET;
        }
        if (text.startsWith(INVENTORY) && text.length() > INVENTORY.length()) {
            return new KeySource(Kind.INVENTORY, text.substring(INVENTORY.length()));
        }
        if (text.startsWith(TABLE) && text.length() > TABLE.length()) {
            return new KeySource(Kind.TABLE, text.substring(TABLE.length()));
        }
        if (text.startsWith(KEYS) && text.length() > KEYS.length()) {
            return new KeySource(Kind.KEYS, text.substring(KEYS.length()));
        }
        throw new IllegalArgumentException(
                "Keys come from bucket, inventory:PATH of a manifest.json, table:NAME of S3 Metadata, or keys:FILE, and not from: "
                        + text);
    }

    /** Whether it has all keys of the bucket, so that a key that it lacks does not exist. */
    public boolean complete() {
        return kind != Kind.KEYS;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case BUCKET -> "bucket";
            case INVENTORY -> INVENTORY + path;
            case TABLE -> TABLE + path;
            case KEYS -> KEYS + path;
        };
    }
}
