package latent.spark;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Gatherers;
import java.util.stream.StreamSupport;
import latent.audit.AuditCandidate;
import latent.audit.AuditDepth;
import latent.audit.AuditRequest;
import latent.audit.AuditedRendition;
import latent.audit.FindingKind;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/** Repairs the findings of one task: examines each again, removes it if the finding is confirmed, and invalidates the CDN. */
final class RepairTask {
    /** Originals of which the edges are told at once. */
    private static final int TOLD_AT_ONCE = 10;

    /** What is known by the bytes is as true as long as the ETag is the same. */
    private static final Set<FindingKind> OF_BYTES = EnumSet.of(FindingKind.TORN, FindingKind.WRONG_TYPE);

    private final ExaminationSource.OpenExamination examination;
    private final AuditRequest request;

    private RepairTask(ExaminationSource.OpenExamination examination, AuditRequest request) {
        this.examination = examination;
        this.request = request;
    }

    /** What became of each: a row with the original, the key, and the outcome in a word. */
    static Iterator<Row> mended(
            JobSettings settings, ExaminationSource source, AuditRequest request, Iterator<Row> findings) {
        if (!findings.hasNext()) {
            return findings;
        }
        ExaminationSource.OpenExamination examination = source.open(settings.read(), AuditDepth.HEADERS);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> examination.close());
        RepairTask task = new RepairTask(examination, request);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(findings, 0), false)
                .gather(Gatherers.mapConcurrent(request.concurrency(), task::removed))
                .gather(Gatherers.windowFixed(TOLD_AT_ONCE))
                .flatMap(rows -> task.told(rows).stream())
                .iterator();
    }

    private Row removed(Row finding) {
        String original = finding.getString(AuditColumns.ORIGINAL);
        String key = finding.getString(AuditColumns.KEY);
        String eTag = finding.getString(AuditColumns.ETAG);
        List<FindingKind> before = AuditColumns.kinds(finding);
        AuditedRendition again = examination.examine(new AuditCandidate(
                key,
                original,
                Optional.ofNullable(finding.getString(AuditColumns.ORIGINAL_VERSION)),
                0,
                Optional.empty(),
                before.contains(FindingKind.STALE)));
        if (again.unknown().isPresent()) {
            return RowFactory.create(original, key, "failed", again.unknown().get());
        }
        boolean same = again.eTag().equals(eTag);
        boolean still = before.stream()
                        .anyMatch(kind ->
                                OF_BYTES.contains(kind) && request.mend().contains(kind))
                || request.mends(again.findings().keySet(), again.ours());
        try {
            boolean gone = same && still && examination.remove(key, eTag);
            return RowFactory.create(original, key, gone ? "removed" : "changed", "");
        } catch (RuntimeException e) {
            return RowFactory.create(original, key, "failed", e.toString());
        }
    }

    /** Of what is gone already, too: a task that is begun again finds so what it had removed before. */
    private List<Row> told(List<Row> rows) {
        Set<String> originals = new LinkedHashSet<>();
        rows.stream().filter(row -> !row.getString(2).equals("failed")).forEach(row -> originals.add(row.getString(0)));
        if (!originals.isEmpty()) {
            try {
                examination.invalidate(originals);
            } catch (RuntimeException e) {
                throw new JobFailed("Renditions were removed, and CloudFront was not told: " + e.getMessage()
                        + ". Purge these originals, which has it told again: ./latent purge "
                        + String.join(" ", originals));
            }
        }
        return new ArrayList<>(rows);
    }
}
