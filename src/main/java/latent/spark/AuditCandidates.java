package latent.spark;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import latent.audit.AuditCandidate;
import latent.spark.Columns.Kind;
import org.apache.spark.sql.Row;

/**
 * The renditions among the objects of one task, each with what is known of its original. Renditions of originals outside of the request are left out.
 */
final class AuditCandidates implements Function<Row, Stream<AuditCandidate>> {
    private final boolean complete;
    private Optional<Row> original = Optional.empty();
    private String absent = "";

    /** @param complete whether an original that is not among the objects does not exist */
    AuditCandidates(boolean complete) {
        this.complete = complete;
    }

    /** Takes one object after the other: sorted by original, the original itself first. */
    @Override
    public Stream<AuditCandidate> apply(Row object) {
        switch (Kind.of(object.getInt(Columns.KIND))) {
            case ORIGINAL -> original = Optional.of(object);
            case ABSENT -> absent = object.getString(Columns.ORIGINAL);
            case RENDITION -> {
                return candidate(object);
            }
            case OTHER_FILE, OTHER_OBJECT, ORPHAN, OF_OTHER_HOST -> {
                // none of ours
            }
        }
        return Stream.empty();
    }

    private Stream<AuditCandidate> candidate(Row rendition) {
        String name = rendition.getString(Columns.ORIGINAL);
        Optional<Row> its =
                original.filter(row -> row.getString(Columns.ORIGINAL).equals(name));
        if (its.isEmpty() && !complete && !absent.equals(name)) {
            return Stream.empty();
        }
        return Stream.of(new AuditCandidate(
                rendition.getString(Columns.BY_KEY),
                name,
                its.map(row -> row.getString(Columns.BY_VERSION)),
                its.map(row -> row.getLong(Columns.BY_BYTES)).orElse(0L),
                Optional.ofNullable(rendition.getString(Columns.BY_VERSION)),
                its.filter(row -> rendition.getLong(Columns.BY_MODIFIED) < row.getLong(Columns.BY_MODIFIED))
                        .isPresent()));
    }
}
