package latent.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import latent.audit.SampleSize;
import latent.spark.Columns.Kind;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A random sample of renditions: those whose keys have the smallest hashes, or hashes below a bound. Every rendition is equally likely, and the same
 * seed gives the same sample.
 */
final class AuditSample {
    private static final double CONFIDENCE = 0.95;
    private static final long MILLION = 1_000_000;

    private AuditSample() {}

    static Dataset<Row> of(Dataset<Row> objects, SampleSize size, long seed) {
        Dataset<Row> renditions = objects.filter(col("kind").equalTo(Kind.RENDITION.code()));
        if (size.isAll()) {
            return renditions;
        }
        Column hash = xxhash64(col("key"), lit(seed));
        return size.count() > 0
                ? renditions.orderBy(hash).limit(size.count())
                : renditions.filter(pmod(hash, lit(MILLION)).lt(size.perMillion()));
    }

    /**
     * The interval of Wilson for the share of all renditions that have what some of the sample have, with 95 % confidence. It takes the renditions for many
     * more than the sample; where they are not, it is wider than it had to be.
     *
     * @return the lower and the upper end
     */
    static double[] share(long looked, long found) {
        if (looked == 0) {
            return new double[] {0, 1};
        }
        if (looked > Integer.MAX_VALUE) {
            double share = (double) found / looked; // and no interval that anybody could see
            return new double[] {share, share};
        }
        ConfidenceInterval interval =
                new WilsonScoreInterval().createInterval(Math.toIntExact(looked), Math.toIntExact(found), CONFIDENCE);
        // rounding may leave it a hair below nothing
        return new double[] {Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound())};
    }
}
