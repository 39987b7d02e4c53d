package latent.spark;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Gatherers;
import java.util.stream.StreamSupport;
import latent.config.Settings;
import latent.spark.Columns.Kind;
import latent.store.RenditionSource;
import latent.store.StoredRenditions;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/** Reads from S3 which version of its original each rendition was made from. */
final class SourceTable {
    private static final int ASKED_AT_ONE_TIME = 32;

    private SourceTable() {}

    static Dataset<Row> of(Dataset<Row> renditions, JobSettings settings) {
        return renditions.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> asked(settings, rows),
                Encoders.row(Columns.OBJECTS_BY_ORIGINAL));
    }

    private static Iterator<Row> asked(JobSettings settings, Iterator<Row> rows) {
        Settings read = settings.read();
        StoredRenditions stored =
                StoredRenditions.open(read.s3(), read.buckets().renditions());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> stored.close());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                .gather(Gatherers.mapConcurrent(ASKED_AT_ONE_TIME, row -> asked(stored, row)))
                .iterator();
    }

    private static Row asked(StoredRenditions stored, Row row) {
        if (row.getInt(Columns.KIND) != Kind.RENDITION.code()) {
            return row;
        }
        String key = row.getString(Columns.BY_KEY);
        return RowFactory.create(
                row.getString(Columns.ORIGINAL),
                row.getInt(Columns.KIND),
                key,
                stored.source(key).flatMap(RenditionSource::sourceETag).orElse(null),
                row.getLong(Columns.BY_BYTES),
                row.getLong(Columns.BY_MODIFIED));
    }
}
