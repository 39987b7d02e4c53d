package latent.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import latent.plan.PlanCounts;
import latent.spark.Columns.Kind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sums of all findings of a plan. */
final class FindingSums {
    private static final Column TO_MAKE = size(col("keys"));
    private static final Column ORIGINAL = is(Kind.ORIGINAL);
    private static final Column FAMILY = ORIGINAL.and(TO_MAKE.gt(0));

    private FindingSums() {}

    static PlanCounts of(Dataset<Row> findings) {
        Row sums = findings.agg(
                        count(ORIGINAL).as("originals"),
                        count(is(Kind.ABSENT)).as("absent"),
                        count(is(Kind.OTHER_FILE)).as("otherFiles"),
                        total(col("wanted")).as("wanted"),
                        total(col("present")).as("present"),
                        total(col("missing")).as("missing"),
                        total(col("stale")).as("stale"),
                        count(is(Kind.ORPHAN)).as("orphaned"),
                        count(is(Kind.OF_OTHER_HOST)).as("ofOtherHosts"),
                        total(col("unplanned")).as("unplanned"),
                        count(is(Kind.OTHER_OBJECT)).as("otherObjects"),
                        count(FAMILY).as("families"),
                        sum(ORIGINAL, TO_MAKE).as("toMake"),
                        sum(FAMILY, col("bytes")).as("bytesToRead"),
                        sum(ORIGINAL, col("bytes").multiply(TO_MAKE)).as("bytesToRender"),
                        total(col("pixels")).as("pixels"))
                .head();
        return new PlanCounts(
                number(sums, "originals"),
                number(sums, "absent"),
                number(sums, "otherFiles"),
                number(sums, "wanted"),
                number(sums, "present"),
                number(sums, "missing"),
                number(sums, "stale"),
                number(sums, "orphaned"),
                number(sums, "ofOtherHosts"),
                number(sums, "unplanned"),
                number(sums, "otherObjects"),
                number(sums, "families"),
                number(sums, "toMake"),
                number(sums, "bytesToRead"),
                number(sums, "bytesToRender"),
                number(sums, "pixels"));
    }

    private static long number(Row sums, String name) {
        return sums.getLong(sums.fieldIndex(name));
    }

    private static Column is(Kind kind) {
        return col("kind").equalTo(kind.code());
    }

    private static Column count(Column condition) {
        return sum(condition, lit(1));
    }

    private static Column sum(Column condition, Column value) {
        return total(when(condition, value).otherwise(0));
    }

    private static Column total(Column column) {
        return coalesce(functions.sum(column.cast("long")), lit(0L));
    }
}
