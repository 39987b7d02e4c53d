package latent.spark;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Gatherers;
import java.util.stream.StreamSupport;
import latent.audit.AuditDepth;
import latent.audit.ExpiryRequest;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/** Removes the unused renditions of one task. The CDN is not invalidated: its copies are right, and cost nothing. */
final class ExpiryTask {
    private ExpiryTask() {}

    /** What became of each. */
    static Iterator<Row> removed(
            JobSettings settings, ExaminationSource source, ExpiryRequest request, Iterator<Row> unused) {
        if (!unused.hasNext()) {
            return unused;
        }
        ExaminationSource.OpenExamination examination = source.open(settings.read(), AuditDepth.HEADERS);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> examination.close());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(unused, 0), false)
                .gather(Gatherers.mapConcurrent(request.concurrency(), row -> removed(examination, request, row)))
                .iterator();
    }

    private static Row removed(ExaminationSource.OpenExamination examination, ExpiryRequest request, Row row) {
        String original = row.getString(0);
        String key = row.getString(1);
        try {
            boolean gone = examination.expire(key, original, request.since());
            return RowFactory.create(key, gone ? "removed" : "changed", "");
        } catch (RuntimeException e) {
            return RowFactory.create(key, "failed", e.toString());
        }
    }
}
