package latent.spark;

import static org.apache.spark.sql.functions.col;

import latent.plan.KeySource;
import latent.plan.PlanRequest;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The objects of both buckets, read from where the request says, each with its original. */
final class BothBuckets {
    private final SparkSession spark;
    private final JobSettings settings;
    private final PlanRequest request;

    BothBuckets(SparkSession spark, JobSettings settings, PlanRequest request) {
        this.spark = spark;
        this.settings = settings;
        this.request = request;
    }

    private Dataset<Row> originals() {
        JobSettings its = settings;
        PlanRequest asked = request;
        return objects(request.originals(), true)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> belonging(its, asked).originals(rows),
                        Encoders.row(Columns.OBJECTS_BY_ORIGINAL));
    }

    /** What lies among the renditions. */
    Dataset<Row> renditions() {
        JobSettings its = settings;
        PlanRequest asked = request;
        return objects(request.renditions(), false)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> belonging(its, asked).renditions(rows),
                        Encoders.row(Columns.OBJECTS_BY_ORIGINAL));
    }

    /** The originals and these renditions, partitioned and sorted by original: all objects of one original are in one task, the original first. */
    Dataset<Row> byOriginal(Dataset<Row> renditions) {
        return originals().union(renditions).repartition(col("original")).sortWithinPartitions("original", "kind");
    }

    private static ObjectsByOriginal belonging(JobSettings settings, PlanRequest request) {
        return new ObjectsByOriginal(settings.read().keys().grammar(), request);
    }

    private Dataset<Row> objects(KeySource source, boolean originals) {
        var buckets = settings.read().buckets();
        String bucket = originals ? buckets.originals() : buckets.renditions();
        return switch (source.kind()) {
            case BUCKET -> BucketTable.of(spark, settings, originals, request.prefix());
            case INVENTORY -> InventoryTable.of(spark, source.path(), bucket);
            case TABLE -> MetadataTable.of(spark, source.path(), bucket);
            case KEYS -> KeyFileTable.of(spark, settings, source.path());
        };
    }
}
