package latent.spark;

import latent.kit.OncePerRun;
import org.apache.spark.sql.SparkSession;

/** A session in this process; few and small partitions, because the tables of tests are small. */
public final class SparkHere {
    public static final OncePerRun<SparkSession> SESSION = OncePerRun.of(SparkHere::start);

    private SparkHere() {}

    private static SparkSession start() {
        SparkSession spark = SparkStart.open("local[2]", false);
        spark.conf().set("spark.sql.shuffle.partitions", "4");
        // compiling what is run once takes longer than running it
        spark.conf().set("spark.sql.codegen.wholeStage", "false");
        spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return spark;
    }
}
