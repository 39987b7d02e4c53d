package latent.spark;

import java.util.Arrays;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns of the tables of a plan, by name and by index. */
final class Columns {
    /**
     * Objects of a bucket: ETag quoted as S3 gives it, time in milliseconds since 1970. A key of a manifest that is not there has no ETag. The source is the
     * ETag of the original that a rendition says it was made from, where the table knows it.
     */
    static final StructType OBJECTS = new StructType()
            .add("key", DataTypes.StringType, false)
            .add("version", DataTypes.StringType, true)
            .add("bytes", DataTypes.LongType, false)
            .add("modified", DataTypes.LongType, false)
            .add("source", DataTypes.StringType, true);

    static final int KEY = 0;
    static final int OBJECT_VERSION = 1;
    static final int OBJECT_BYTES = 2;
    static final int OBJECT_MODIFIED = 3;
    static final int OBJECT_SOURCE = 4;

    /**
     * Objects of both buckets, each by the original that it is or was made from; that one stands first among its own. The version is the original's: its
     * own, or the one that a rendition says it was made from; none where nobody has asked and the table does not say it.
     */
    static final StructType OBJECTS_BY_ORIGINAL = new StructType()
            .add("original", DataTypes.StringType, false)
            .add("kind", DataTypes.IntegerType, false)
            .add("key", DataTypes.StringType, false)
            .add("version", DataTypes.StringType, true)
            .add("bytes", DataTypes.LongType, false)
            .add("modified", DataTypes.LongType, false);

    static final int ORIGINAL = 0;
    static final int KIND = 1;
    static final int BY_KEY = 2;
    static final int BY_VERSION = 3;
    static final int BY_BYTES = 4;
    static final int BY_MODIFIED = 5;

    /** What was found of an original, or of an object that belongs to none. */
    static final StructType FINDINGS = new StructType()
            .add("original", DataTypes.StringType, false)
            .add("version", DataTypes.StringType, true)
            .add("bytes", DataTypes.LongType, false)
            .add("kind", DataTypes.IntegerType, false)
            .add("keys", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("wanted", DataTypes.LongType, false)
            .add("present", DataTypes.LongType, false)
            .add("missing", DataTypes.LongType, false)
            .add("stale", DataTypes.LongType, false)
            .add("unplanned", DataTypes.LongType, false)
            .add("pixels", DataTypes.LongType, false);

    private Columns() {}

    /** What an object is. */
    enum Kind {
        ORIGINAL(0),
        /** A manifest names it, and it is not there. */
        ABSENT(1),
        OTHER_FILE(2),
        RENDITION(3),
        OTHER_OBJECT(4),
        /** A rendition without its original. */
        ORPHAN(5),
        /** A rendition whose original no bucket has, because it comes from another host. */
        OF_OTHER_HOST(6);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** As tables have it: those of one original are looked at in this order. */
        int code() {
            return code;
        }

        static Kind of(int code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
