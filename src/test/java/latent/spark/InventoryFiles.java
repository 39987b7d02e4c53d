package latent.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Inventories as S3 writes them: the manifest in a folder of its date, the files in another, named from the destination bucket on. */
final class InventoryFiles {
    private InventoryFiles() {}

    record Item(String key, long bytes, Instant modified, boolean latest, boolean deleteMarker) {
        Item(String key, Instant modified) {
            this(key, 1_000_000, modified, true, false);
        }
    }

    static Path csv(Path folder, String bucket, List<Item> items) throws IOException {
        String name = bucket + "/all/data/0001.csv.gz";
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(bucket + "/all/data"));
        try (PrintStream out = new PrintStream(new GZIPOutputStream(Files.newOutputStream(file)), false, UTF_8)) {
            items.forEach(item -> out.printf(
                    "\"%s\",\"%s\",\"\",\"%s\",\"%s\",\"%d\",\"%s\",\"d41d8cd98f00b204e9800998ecf8427e\",\"STANDARD\"%n",
                    bucket,
                    URLEncoder.encode(item.key(), UTF_8).replace("%2F", "/"),
                    item.latest(),
                    item.deleteMarker(),
                    item.bytes(),
                    item.modified()));
        }
        return manifest(
                folder,
                bucket,
                "CSV",
                "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate, ETag, StorageClass",
                name);
    }

    static Path parquet(SparkSession spark, Path folder, String bucket, List<Item> items) throws IOException {
        StructType schema = new StructType()
                .add("bucket", DataTypes.StringType)
                .add("key", DataTypes.StringType)
                .add("is_latest", DataTypes.BooleanType)
                .add("is_delete_marker", DataTypes.BooleanType)
                .add("size", DataTypes.LongType)
                .add("last_modified_date", DataTypes.TimestampType)
                .add("e_tag", DataTypes.StringType);
        List<Row> rows = items.stream()
                .map(item -> RowFactory.create(
                        bucket,
                        item.key(),
                        item.latest(),
                        item.deleteMarker(),
                        item.bytes(),
                        java.sql.Timestamp.from(item.modified()),
                        "d41d8cd98f00b204e9800998ecf8427e"))
                .toList();
        String name = bucket + "/all/data/0001.parquet";
        spark.createDataFrame(rows, schema)
                .coalesce(1)
                .write()
                .parquet(folder.resolve(name).toString());
        return manifest(folder, bucket, "Parquet", "message s3.inventory { required binary bucket (STRING); }", name);
    }

    private static Path manifest(Path folder, String bucket, String format, String schema, String file)
            throws IOException {
        Path manifest = folder.resolve(bucket + "/all/2026-11-24T01-00Z/manifest.json");
        Files.createDirectories(folder.resolve(bucket + "/all/2026-11-24T01-00Z"));
        String text = """
                {"sourceBucket":"%s","destinationBucket":"arn:aws:s3:::inventories","version":"2016-11-30",\
                "creationTimestamp":"1784851200000","fileFormat":"%s","fileSchema":"%s",\
                "files":[{"key":"%s","size":1,"MD5checksum":"d41d8cd98f00b204e9800998ecf8427e"}]}
                """.formatted(bucket, format, schema, file);
        return Files.writeString(manifest, text);
    }
}
