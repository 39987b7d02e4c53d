package latent.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Carries a plan out. */
interface WarmRunner {
    /**
     * Carries it out.
     *
     * @param families as the shards have them
     * @param asked    renditions in them
     */
    WarmReport carryOut(Dataset<Row> families, long asked);
}
