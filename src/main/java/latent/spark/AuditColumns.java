package latent.spark;

import java.util.List;
import java.util.Map;
import latent.audit.AuditCandidate;
import latent.audit.AuditedRendition;
import latent.audit.FindingKind;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns of the findings: one row for each rendition that is wrong or unknown, and for each task one row without a key, with its counts. */
final class AuditColumns {
    static final String UNKNOWN = "unknown";

    /** What is in the files of findings, too. */
    static final StructType FINDINGS = new StructType()
            .add("original", DataTypes.StringType, true)
            .add("key", DataTypes.StringType, true)
            .add("kinds", DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add("detail", DataTypes.StringType, false)
            .add("eTag", DataTypes.StringType, false)
            .add("originalVersion", DataTypes.StringType, true)
            .add("originalBytes", DataTypes.LongType, false)
            .add("ours", DataTypes.BooleanType, false)
            .add("looked", DataTypes.LongType, false)
            .add("undecoded", DataTypes.LongType, false);

    static final int ORIGINAL = 0;
    static final int KEY = 1;
    static final int KINDS = 2;
    static final int DETAIL = 3;
    static final int ETAG = 4;
    static final int ORIGINAL_VERSION = 5;
    static final int OURS = 7;

    private AuditColumns() {}

    static Row row(AuditedRendition audited) {
        AuditCandidate candidate = audited.candidate();
        Map<FindingKind, String> findings = audited.findings();
        boolean unknown = audited.unknown().isPresent();
        return RowFactory.create(
                candidate.original(),
                candidate.key(),
                unknown
                        ? new String[] {UNKNOWN}
                        : findings.keySet().stream().map(FindingKind::word).toArray(String[]::new),
                audited.unknown().orElseGet(() -> String.join(" ", findings.values())),
                audited.eTag(),
                candidate.originalVersion().orElse(null),
                candidate.originalBytes(),
                audited.ours(),
                0L,
                0L);
    }

    static Row count(long looked, long undecoded) {
        return RowFactory.create(null, null, new String[0], "", "", null, 0L, true, looked, undecoded);
    }

    static List<FindingKind> kinds(Row row) {
        return row.<String>getList(KINDS).stream()
                .flatMap(word -> FindingKind.of(word).stream())
                .toList();
    }
}
