package latent.spark;

import latent.kit.OncePerRun;
import org.apache.spark.sql.SparkSession;

/** A session in this process; few and small partitions, because the tables of tests are small. */
final class SparkHere {
    static final OncePerRun<SparkSession> SESSION = OncePerRun.of(SparkHere::start);

    private SparkHere() {}

    private static SparkSession start() {
        SparkSession spark = SparkStart.open("local[2]", false);
        spark.conf().set("spark.sql.shuffle.partitions", "4");
        return spark;
    }
}
