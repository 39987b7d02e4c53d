package latent.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.url_decode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The objects that S3 Inventory has listed, as CSV or Parquet. It needs the columns Key, Size, LastModifiedDate and ETag, and where versions are
 * listed IsLatest and IsDeleteMarker.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html">the fields of S3 Inventory</a>
 */
final class InventoryTable {
    private static final List<String> NEEDED = List.of("key", "size", "lastmodifieddate", "etag");

    private InventoryTable() {}

    static Dataset<Row> of(SparkSession spark, String manifestPath, String bucket) {
        InventoryManifest manifest = InventoryManifest.read(spark, manifestPath);
        if (!manifest.sourceBucket().equals(bucket)) {
            throw new JobFailed("The inventory " + manifestPath + " is of the bucket " + manifest.sourceBucket()
                    + ", and not of " + bucket + ".");
        }
        return switch (manifest.fileFormat()) {
            case "CSV" -> csv(spark, manifest);
            case "PARQUET" -> parquet(spark, manifest);
            default ->
                throw new JobFailed("An inventory is read as CSV or Parquet, and this one is " + manifest.fileFormat()
                        + ": " + manifestPath);
        };
    }

    private static Dataset<Row> csv(SparkSession spark, InventoryManifest manifest) {
        List<String> names = Arrays.stream(manifest.fileSchema().split(",", -1))
                .map(InventoryTable::plain)
                .toList();
        require(names, manifest);
        StructType texts = new StructType();
        for (String name : names) {
            texts = texts.add(name, DataTypes.StringType);
        }
        Dataset<Row> rows = spark.read().schema(texts).csv(manifest.paths());
        // a key is encoded like a form
        return objects(rows, names, url_decode(col("key")), to_timestamp(col("lastmodifieddate")));
    }

    private static Dataset<Row> parquet(SparkSession spark, InventoryManifest manifest) {
        Dataset<Row> rows = spark.read().parquet(manifest.paths());
        Dataset<Row> named = rows.toDF(
                Arrays.stream(rows.columns()).map(InventoryTable::plain).toArray(String[]::new));
        List<String> names = List.of(named.columns());
        require(names, manifest);
        return objects(named, names, col("key"), col("lastmodifieddate"));
    }

    /** CSV has {@code LastModifiedDate}, Parquet {@code last_modified_date}. */
    private static String plain(String name) {
        return name.strip().replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static void require(List<String> names, InventoryManifest manifest) {
        List<String> lacking =
                NEEDED.stream().filter(name -> !names.contains(name)).toList();
        if (!lacking.isEmpty()) {
            throw new JobFailed("The inventory lacks " + String.join(", ", lacking) + "; configure it with Size,"
                    + " LastModifiedDate and ETag. It has: " + manifest.fileSchema());
        }
    }

    private static Dataset<Row> objects(Dataset<Row> rows, List<String> names, Column key, Column modified) {
        Dataset<Row> current = rows;
        if (names.contains("islatest")) {
            current = current.filter(isTrue("islatest"));
        }
        if (names.contains("isdeletemarker")) {
            current = current.filter(not(isTrue("isdeletemarker")));
        }
        return current.select(
                key.as("key"),
                concat(lit("\""), col("etag"), lit("\"")).as("version"),
                coalesce(col("size").cast(DataTypes.LongType), lit(0L)).as("bytes"),
                coalesce(unix_millis(modified), lit(0L)).as("modified"),
                lit(null).cast(DataTypes.StringType).as("source"));
    }

    private static Column isTrue(String name) {
        return coalesce(col(name).cast(DataTypes.BooleanType), lit(false));
    }
}
