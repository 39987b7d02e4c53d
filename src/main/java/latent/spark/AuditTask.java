package latent.spark;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import latent.audit.AuditRequest;
import latent.audit.AuditedRendition;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/** Examines the renditions of one task. */
final class AuditTask {
    private AuditTask() {}

    /**
     * Looks at them as the rows are taken, some at one time.
     *
     * @param looked    for the progress that is shown
     * @param objects of both buckets, sorted by original
     * @return what is wrong or unknown, and at the end how many were looked at
     */
    static Iterator<Row> findings(
            JobSettings settings,
            ExaminationSource source,
            AuditRequest request,
            LongAccumulator looked,
            Iterator<Row> objects) {
        if (!objects.hasNext()) {
            return objects;
        }
        ExaminationSource.OpenExamination examination = source.open(settings.read(), request.depth());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> examination.close());
        AtomicLong count = new AtomicLong();
        AtomicLong undecoded = new AtomicLong();
        Stream<Row> wrong = StreamSupport.stream(Spliterators.spliteratorUnknownSize(objects, 0), false)
                .flatMap(new AuditCandidates(request.objects().originals().complete()))
                .gather(Gatherers.mapConcurrent(request.concurrency(), examination::examine))
                .peek(audited -> {
                    looked.add(1);
                    count.incrementAndGet();
                    undecoded.addAndGet(audited.undecoded() ? 1 : 0);
                })
                .filter(AuditTask::tells)
                .map(AuditColumns::row);
        Stream<Row> end = Stream.of(true).map(last -> AuditColumns.count(count.get(), undecoded.get()));
        return Stream.concat(wrong, end).iterator();
    }

    private static boolean tells(AuditedRendition audited) {
        return !audited.findings().isEmpty() || audited.unknown().isPresent();
    }
}
