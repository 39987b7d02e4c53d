package latent.spark;

/** Thrown when Apache Spark is not on the class path. Container images of Latent leave it out. */
public final class SparkLibrariesMissing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String NEEDED = "org.apache.spark.sql.SparkSession";

    private SparkLibrariesMissing() {
        super("This command needs the libraries of Apache Spark, and they are not here (" + NEEDED
                + " is missing; container images leave them out). Run ./latent where the program was built with mvn package:"
                + " that puts them into target/lib-spark.");
    }

    /** Throws this when Spark is missing; loads nothing of it otherwise. */
    public static void check() {
        try {
            Class.forName(NEEDED, false, SparkLibrariesMissing.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new SparkLibrariesMissing();
        }
    }
}
