package latent.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_millis;

import java.util.List;
import latent.store.RenditionSource;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * The live inventory table of S3 Metadata, or what a query has written of it as Parquet. Of its columns it needs bucket, key, size, last_modified_date, e_tag
 * and user_metadata, and in a bucket with versions sequence_number and is_delete_marker. It has neither Content-Type nor Cache-Control.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-inventory-schema.html">the columns of the live inventory</a>
 */
final class MetadataTable {
    private static final List<String> NEEDED =
            List.of("bucket", "key", "size", "last_modified_date", "e_tag", "user_metadata");

    private MetadataTable() {}

    /** @param name of a table, or of a folder where it has a slash */
    static Dataset<Row> of(SparkSession spark, String name, String bucket) {
        Dataset<Row> rows =
                name.contains("/") ? spark.read().parquet(name) : spark.read().table(name);
        List<String> names = List.of(rows.columns());
        List<String> lacking =
                NEEDED.stream().filter(needed -> !names.contains(needed)).toList();
        if (!lacking.isEmpty()) {
            throw new JobFailed("The table " + name + " lacks " + String.join(", ", lacking)
                    + "; it should be the live inventory table of S3 Metadata. It has: " + String.join(", ", names));
        }
        Dataset<Row> current = current(rows.filter(col("bucket").equalTo(bucket)), names);
        if (current.isEmpty()) {
            throw new JobFailed("The table " + name + " has no objects of the bucket " + bucket + ".");
        }
        Column source = element_at(col("user_metadata"), RenditionSource.SOURCE_ETAG);
        return current.select(
                col("key"),
                concat(lit("\""), col("e_tag"), lit("\"")).as("version"),
                coalesce(col("size").cast(DataTypes.LongType), lit(0L)).as("bytes"),
                coalesce(unix_millis(col("last_modified_date").cast(DataTypes.TimestampType)), lit(0L))
                        .as("modified"),
                source.as("source"));
    }

    /** Of the versions of a key the last one, unless that marks a deletion. */
    private static Dataset<Row> current(Dataset<Row> rows, List<String> names) {
        Dataset<Row> last = rows;
        if (names.contains("sequence_number")) {
            Column all = struct(names.stream().map(name -> col(name)).toArray(Column[]::new));
            last = rows.groupBy("key")
                    .agg(max_by(all, col("sequence_number")).as("last"))
                    .select(col("last.*"));
        }
        return names.contains("is_delete_marker")
                ? last.filter(coalesce(col("is_delete_marker"), lit(false)).equalTo(false))
                : last;
    }
}
