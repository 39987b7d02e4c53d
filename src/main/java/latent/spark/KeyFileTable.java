package latent.spark;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Gatherers;
import java.util.stream.StreamSupport;
import latent.config.Settings;
import latent.store.BucketListing;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;

/** The originals that a file names, one on each line. S3 is asked for each, because a name tells neither version nor size. */
final class KeyFileTable {
    private static final int ASKED_AT_ONE_TIME = 16;

    private KeyFileTable() {}

    static Dataset<Row> of(SparkSession spark, JobSettings settings, String path) {
        return spark.read()
                .textFile(path)
                .filter("trim(value) <> ''")
                .distinct()
                .mapPartitions(
                        (MapPartitionsFunction<String, Row>) keys -> asked(settings, keys),
                        Encoders.row(Columns.OBJECTS));
    }

    private static Iterator<Row> asked(JobSettings settings, Iterator<String> keys) {
        Settings read = settings.read();
        BucketListing originals = BucketListing.open(read.s3(), read.buckets().originals());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> originals.close());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(keys, 0), false)
                .map(String::strip)
                .gather(Gatherers.mapConcurrent(
                        ASKED_AT_ONE_TIME,
                        key -> originals
                                .find(key)
                                .map(BucketTable::row)
                                .orElseGet(() -> RowFactory.create(key, null, 0L, 0L, null))))
                .iterator();
    }
}
