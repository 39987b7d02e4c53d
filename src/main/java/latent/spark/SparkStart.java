package latent.spark;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Starts Spark, or takes the session that {@code spark-submit} has made. */
public final class SparkStart {
    /** So many that a part of the largest shuffle fits into little memory; small ones are joined by Spark itself. */
    private static final String SHUFFLE_PARTITIONS = "200";

    /** Above it each task of a shuffle sorts into one file; at Spark's own 200 it would keep as many open. */
    private static final String FILES_OPEN = "16";

    private static final String SIGNS_OF_LIFE = "5s";

    /** Which {@code spark-submit} sets, and nobody else. */
    private static final String MASTER = "spark.master";

    private SparkStart() {}

    /**
     * Opens a session.
     *
     * @param master   {@code local[*]}, or a cluster; the one that {@code spark-submit} names has priority
     * @param progress whether stages are shown on standard error while they run
     */
    public static SparkSession open(String master, boolean progress) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("latent")
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", Boolean.toString(progress))
                .config("spark.sql.shuffle.partitions", SHUFFLE_PARTITIONS)
                .config("spark.shuffle.sort.bypassMergeThreshold", FILES_OPEN)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.executor.heartbeatInterval", SIGNS_OF_LIFE)
                // what a task has written stays when the job is killed: receipts of work that is done
                .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "2")
                .config("spark.sql.parquet.compression.codec", "zstd");
        boolean submitted = System.getProperty(MASTER) != null;
        String where = System.getProperty(MASTER, master);
        builder.master(where);
        if (where.startsWith("local")) {
            builder.config("spark.driver.host", "localhost").config("spark.driver.bindAddress", "127.0.0.1");
        }
        if (!where.startsWith("local[") && !submitted) {
            builder.config("spark.jars", ownJars())
                    .config("spark.executor.extraJavaOptions", "--enable-native-access=ALL-UNNAMED");
        }
        return builder.getOrCreate();
    }

    /** The program and its libraries, for executors that have Spark alone. To what {@code spark-submit} has started it has given them, beside Spark's own. */
    private static String ownJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry ->
                        entry.endsWith(".jar") && !entry.contains(File.separator + "lib-spark" + File.separator))
                .collect(Collectors.joining(","));
    }

    /** Number of tasks that run at one time. */
    static int slots(SparkSession spark) {
        return spark.sparkContext().defaultParallelism();
    }
}
